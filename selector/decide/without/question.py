"""The question what a bid is worth, as it may be asked."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from decimal import localcontext

from models import Bid, Case, Evaluation, Options, UnknownName, Without
from models.faults import shown, suggestion
from selector.decide.known_award import check_award
from selector.decide.without.answer import Answer
from selector.many import Many
from selector.search import EXACT, Sign, merged
from selector.solve.memory import Memory


def without(
    case: Case,
    bids: Sequence[str] = (),
    options: Options | None = None,
    *,
    award: Evaluation | None = None,
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
    memory: Memory | None = None,
) -> Without:
    """Find the best award of a case, and the best award had each of some bids never been made.

    Such a bid counts nowhere: neither as an offer nor, in a mini-competition, as a competitor.

    Parameters
    ----------
    case
        The case.
    bids
        Ids of bids; without any, every package that the best award accepts.
    options
        Options that replace those of the case, each where it is given. The time limit holds for the whole question:
        of what is left each bid gets an equal share, as does the award with every bid; where that one has yet to tell
        how many bids there are, it has half.
    award
        The best award of the case, where it is known already.
    executor
        Where bids are looked at, many at once, such as a ``Cluster``; here, one after another, if left out.
    workers
        How many are looked at at once by an executor: as many as a cluster has places, or as there are processors here, if
        left out.
    on_progress
        Called with signs of life, some ten a second, from this thread.
    stop
        Asked some twenty times a second; once it answers True the question ends, and what is open then stays open.
    isolated
        Whether to solve in a process of its own, as ``evaluate`` does.
    memory
        What earlier searches of cases like this came to, as of ``evaluate``. The searches share it, and one of their own
        if left out.

    Returns
    -------
    Without
        with differences in £, points, and lots or WTE: without the bid, less with it.

    Raises
    ------
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    UnknownName
        if there is no bid of one of the ids, or no solver of the name that the options state.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    with localcontext(EXACT):
        started = time.monotonic()
        asked = tuple(_bid(case, name) for name in dict.fromkeys(bids))
        if award is not None:
            check_award(case, award)
        known = Memory() if memory is None else memory
        stated = merged(case.options, options)
        many = None if executor is None else Many(executor, workers, True, stated.time_limit, started, stop)
        answer = Answer(case, stated, on_progress, stop, isolated, started, known, many)
        return answer.without(asked, award)


def _bid(case: Case, name: str) -> Bid:
    for bid in case.bids:
        if bid.id == name:
            return bid
    raise UnknownName(f"there is no bid {shown(name)}{suggestion(name, (bid.id for bid in case.bids))}")
