"""The question to which awards no other is preferable, as it may be asked."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from decimal import localcontext
from typing import get_args

from models import Case, Evaluation, Options, UnknownName
from models.faults import shown, suggestion
from models.front import Front
from models.objective import ObjectiveName
from selector.decide.asked import asked
from selector.decide.pareto.answer import front
from selector.search import EXACT, Sign

OBJECTIVES: tuple[ObjectiveName, ...] = get_args(ObjectiveName)


def pareto(
    case: Case,
    options: Options | None = None,
    *,
    award: Evaluation | None = None,
    objectives: Sequence[str] = ("cost", "quality", "liability"),
    epsilon: float = 0.0,
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[Sign], None] = lambda _: None,
    on_front: Callable[[Front], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
) -> Front:
    """Find the awards to which no other is preferable: at least as good in every objective, and better in one.

    All of them, not only those that are best for some weights. Objectives are rounded to the nearest £1, 0.001 point and
    0.001 of a lot or WTE first: awards whose values are equal then are one point. Every rule of the case holds; soft rules
    with a priority are broken by no more than is best, as in ``evaluate``.

    Parameters
    ----------
    case
        The case.
    options
        Options that replace those of the case, each where it is given. The time limit holds for the whole question: half
        of it for the award, where that is not known. Above board size a question takes 40 seconds beside that, where no
        limit is given.
    award
        The best award of the case by the board's own objective, where it is known already.
    objectives
        ``cost``, ``quality``, ``liability``, ``disruption`` and ``penalty``: one or more, each once.
    epsilon
        0 for every point. Above 0 enough of them: whatever award there is, it is better than some point, in no objective by
        more than so large a share of the point's own value.
    executor
        Where searches are made: any executor whose processes have this program; one of processes of this machine if left
        out.
    workers
        How many searches are made at once; as many as there are processors here if left out.
    on_progress
        Called with signs of life, from this thread.
    on_front
        Called with what is known so far, some seconds apart, from this thread.
    stop
        Asked some twenty times a second; once it answers True the question ends with what was found so far.
    isolated
        Whether to use processes of their own at all.

    Returns
    -------
    Front
        ``complete`` where nothing is open; otherwise with the gap that is proven.

    Raises
    ------
    ValueError
        if ``epsilon`` is not from 0 to 1, or there is no objective.
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    UnknownName
        if there is no such objective, or no solver of the name that the options state.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or an award does not survive the check.
    """
    if not 0 <= epsilon <= 1:
        raise ValueError("epsilon is a share: from 0 to 1")
    names = _names(objectives)
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
        return front(begun, names, epsilon, on_front)


def _names(objectives: Sequence[str]) -> tuple[ObjectiveName, ...]:
    if not objectives:
        raise ValueError("a front has at least one objective")
    for name in objectives:
        if name not in OBJECTIVES:
            raise UnknownName(f"there is no objective named {shown(name)}{suggestion(name, OBJECTIVES)}")
    return tuple(name for name in dict.fromkeys(objectives) if name in OBJECTIVES)
