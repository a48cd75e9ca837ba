"""The question why an award is what it is, as it may be asked."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from decimal import localcontext

from models import Case, Evaluation, Options, UnknownName
from models.explain import Explanation
from models.faults import shown, suggestion
from selector.decide.asked import asked
from selector.decide.explain.answer import Answer
from selector.search import EXACT, Sign


def explain(
    case: Case,
    options: Options | None = None,
    *,
    award: Evaluation | None = None,
    bidders: Sequence[str] = (),
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
) -> Explanation:
    """Tell why each losing bid has lost and at which price it would have won, and how far each winning bid is ahead.

    Parameters
    ----------
    case
        The case.
    options
        Options that replace those of the case, each where it is given. The time limit holds for the whole question;
        above board size it is that of ``LARGE_SECONDS``, beside finding the award, where none is stated.
    award
        The best award of the case, where it is known already.
    bidders
        Ids of the bidders whose bids are asked about; of all if left out.
    executor
        Where bids are looked at, many at once: an executor of processes; one of this machine if left out.
    workers
        How many are looked at at once; as many as there are processors if left out.
    on_progress
        Called with signs of life, some ten a second, from this thread.
    stop
        Asked some twenty times a second; once it answers True the question ends with what was found so far.
    isolated
        Whether to solve in processes of their own; without, bids are looked at one after another, here.

    Returns
    -------
    Explanation
        with a row for each bid asked about. What was not found within the limits is open in it.

    Raises
    ------
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    UnknownName
        if there is no bidder, or solver, of a name that is stated.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    known = [bidder.id for bidder in case.bidders]
    for name in bidders:
        if name not in known:
            raise UnknownName(f"there is no bidder {shown(name)}{suggestion(name, known)}")
    with localcontext(EXACT):
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
        return Answer(begun, frozenset(bidders or known)).explanation(fallbacks=not bidders)
