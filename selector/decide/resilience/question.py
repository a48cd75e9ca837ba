"""The question what the failure of a winner costs, as it may be asked."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from decimal import localcontext
from itertools import combinations

from models import Case, Evaluation, Options, Resilience, UnknownName
from models.faults import shown, suggestion
from selector.decide.asked import asked
from selector.decide.resilience.answer import Answer
from selector.decide.resilience.failing import Failing
from selector.search import EXACT, Sign
from selector.solve.children import Children


def resilience(
    case: Case,
    options: Options | None = None,
    *,
    award: Evaluation | None = None,
    bidders: Sequence[str] = (),
    pairs: bool = False,
    freed: Sequence[str] = (),
    free_all: bool = False,
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
) -> Resilience:
    """Find the best repair of an award after the failure of each of its winners.

    None of the bids of who fails can be accepted any more, nor those of partnerships in which it is a partner. All
    others keep what they have won. Scores, and who is admitted, stand as they were evaluated.

    Parameters
    ----------
    case
        The case.
    options
        Options that replace those of the case, each where it is given. The time limit holds for the whole question;
        half of it for the award, where that is not known. Above board size there is one, beside finding the award,
        where none is stated.
    award
        The award, where it is known already; the best one if left out.
    bidders
        Ids of bidders that may fail; everybody who has won something, by itself or as a partner, if left out.
    pairs
        Whether it is also asked what becomes of the award if two of them fail.
    freed
        Ids of bidders whose lots a repair may give to others.
    free_all
        Whether a repair may give any lot to any bid: the award is then made anew.
    executor
        Where the repairs are searched for; processes of this machine if left out.
    workers
        How many at once: as many as there are processors if left out.
    on_progress
        Called with signs of life, from this thread.
    stop
        Asked some twenty times a second; once it answers True the question ends with what was found so far.
    isolated
        Whether to search in other processes at all.

    Returns
    -------
    Resilience
        with differences in £, points, and lots or WTE: the repaired award, less the award.

    Raises
    ------
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    UnknownName
        if there is no bidder of one of the ids, or no solver of the name that the options state.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or an award does not survive the check.
    """
    with localcontext(EXACT):
        for name in (*bidders, *freed):
            _known(case, name)
        # One pool for all of it: what a process has made of the case serves every failure that it is sent.
        own = Children(workers) if executor is None and isolated else None
        try:
            question = asked(
                case,
                options,
                award=award,
                executor=executor or own,
                workers=workers,
                on_progress=on_progress,
                stop=stop,
                isolated=isolated,
            )
            failing = Failing(case, question.best.awards)
            single = tuple(dict.fromkeys(bidders)) or failing.bidders
            falls = [failing.fall((bidder,)) for bidder in single]
            if pairs:
                falls += [failing.fall(pair) for pair in combinations(single, 2)]
            return Answer(question, tuple(dict.fromkeys(freed)), free_all).resilience(falls)
        finally:
            if own is not None:
                own.shutdown(cancel_futures=True)


def _known(case: Case, name: str) -> None:
    ids = [bidder.id for bidder in case.bidders]
    if name not in ids:
        raise UnknownName(f"there is no bidder {shown(name)}{suggestion(name, ids)}")
