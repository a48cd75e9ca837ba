"""The question which other awards are as good, or nearly so, as it may be asked."""

import time
from collections.abc import Callable
from decimal import Decimal, localcontext

from models import Case, Evaluation, Options
from models.ties import NearTies
from selector.decide.known_award import check_award
from selector.decide.ties.answer import Answer
from selector.search import EXACT, Sign, merged
from selector.solve.memory import Memory


def ties(
    case: Case,
    options: Options | None = None,
    *,
    award: Evaluation | None = None,
    within: Decimal = Decimal(0),
    most: int = 10,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
    memory: Memory | None = None,
) -> NearTies:
    """Find the awards that come next to the best one, the best of them first.

    Each is sought as the best of all that have not come out, by cutting those off: every award covers each lot exactly
    once, so another one lacks some bid of each.

    Parameters
    ----------
    case
        The case.
    options
        Options that replace those of the case, each where it is given. The time limit holds for the whole question.
        Above board size it is 40 seconds, beside finding the award, unless one is given.
    award
        The best award of the case, where it is known already.
    within
        How far behind the best award an award may be, in the board's first objective: £, or points of the score.
    most
        How many awards are sought besides the best.
    on_progress
        Called with signs of life, some ten a second, from this thread.
    stop
        Asked some twenty times a second; once it answers True the question ends with what was found so far.
    isolated
        Whether to solve in a process of its own, as ``evaluate`` does.
    memory
        What earlier searches of cases like this came to, as of ``evaluate``; one of its own if left out.

    Returns
    -------
    NearTies
        ``complete`` where it is proven that no other award lies within what was asked for.

    Raises
    ------
    ValueError
        if ``within`` or ``most`` is below 0.
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    UnknownName
        if there is no solver of the name that the options state.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or an award does not survive the check.
    """
    if within < 0 or most < 0:
        raise ValueError("within and most are 0 or more")
    with localcontext(EXACT):
        started = time.monotonic()
        if award is not None:
            check_award(case, award)
        known = Memory() if memory is None else memory
        answer = Answer(case, merged(case.options, options), on_progress, stop, isolated, started, known)
        return answer.ties(award, within, most)
