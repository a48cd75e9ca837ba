"""The question what the award owes to the price formula, and to bids that win nothing, as it may be asked."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from decimal import localcontext

from models import Case, Evaluation, Options
from models.audit import Audit
from selector.decide.asked import asked
from selector.decide.audit.answer import answer
from selector.decide.audit.formulas import asked_formulas
from selector.decide.audit.tried import Tried
from selector.search import EXACT, Sign


def audit(
    case: Case,
    options: Options | None = None,
    *,
    award: Evaluation | None = None,
    formulas: Sequence[str] = (),
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
) -> Audit:
    """Find the best award under each price formula, and where a bid that wins nothing decides between others.

    First the order of the bids on each lot is worked out, with each bid withdrawn in its turn: exactly, and without a
    search. Then the best award is sought under each formula, and of each again without each bidder that wins nothing;
    in small cases also without each single bid that is not accepted.

    Parameters
    ----------
    case
        The case. A formula is tried with its weights and its price, or with those that are stated in the answer.
    options
        Options that replace those of the case, each where it is given. The time limit holds for the whole question;
        above board size it is 40 seconds, beside finding the award, unless stated.
    award
        The best award of the case, where it is known already.
    formulas
        Names of price formulas; all of them if left out. The objective of the case itself is always looked at.
    executor
        Where searches are made; processes of this machine, ended with the question, if left out.
    workers
        Searches at the same time; as many as there are processors if left out.
    on_progress
        Called with signs of life, from this thread.
    stop
        Asked some twenty times a second; once it answers True the question ends, and what is open then stays open.
    isolated
        Whether to search in processes of their own; without, one after another in this one.

    Returns
    -------
    Audit
        with differences in £ and points, and points of scores; without awards under formulas where there is no award.

    Raises
    ------
    UnknownName
        if there is no formula of one of the names, or no solver of the name that the options state.
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or an award does not survive the check.
    """
    with localcontext(EXACT):
        names = asked_formulas(formulas)
        begun = asked(
            case,
            options,
            award=award,
            executor=executor,
            workers=workers,
            on_progress=on_progress,
            stop=stop,
            isolated=isolated,
        )
        return answer(Tried(begun, names))
