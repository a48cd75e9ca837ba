"""The question how free each buyer is to choose, as it may be asked."""

import math
import time
from collections.abc import Callable
from concurrent.futures import Executor
from decimal import localcontext
from itertools import combinations

from models import (
    BestAward,
    BuyerChoice,
    Case,
    Choice,
    Coalitions,
    Evaluation,
    Options,
    ShareMethod,
    Unanswerable,
)
from selector.appraise import appraise
from selector.award import pounds
from selector.decide.award_first import for_the_award
from selector.decide.choice.alone import Finder
from selector.decide.choice.answer import Answer
from selector.decide.choice.charges import charges_of
from selector.decide.choice.figures import figures
from selector.decide.choice.many import best_of_each
from selector.decide.choice.shares import shares as shared
from selector.decide.known_award import check_award
from selector.decide.provenance import provenance
from selector.many import Many
from selector.search import EXACT, Sign, merged, search
from selector.solve import chosen
from selector.solve.memory import Memory

SMALL_POOL = 12
"""Buyers up to which pairs of buyers are looked at unless it is said how many."""
_MOST_COALITIONS = 100_000


def choice(
    case: Case,
    options: Options | None = None,
    *,
    award: Evaluation | None = None,
    coalitions: int | None = None,
    shares: ShareMethod = "volume",
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
    memory: Memory | None = None,
) -> Choice:
    """Find how free each buyer is to choose: its part of an award beside the best award that it could have alone.

    Parameters
    ----------
    case
        The case; all its buyers are the pool.
    options
        Options that replace those of the case, each where it is given. The time limit holds for all of it: half of it
        for the award, where that is not known; of what is left each buyer, then each coalition, gets an equal part.
    award
        The award of the pool, where it is known already.
    coalitions
        Most buyers of the coalitions that are looked at; 2 up to 12 buyers, and 1 above, if left out.
    shares
        How charges less discounts are shared.
    executor
        Where buyers and coalitions are looked at; processes of this machine, ended with the question, if left out.
    workers
        Processes that may work at the same time; as many as there are processors if left out.
    on_progress
        Called with signs of life, some ten a second, from this thread.
    stop
        Asked some twenty times a second; once it answers True the question ends, and what is open then stays open.
    isolated
        Whether to solve in processes of their own, as ``evaluate`` does.
    memory
        What earlier searches of cases like this came to, as of ``evaluate``, for the award.

    Returns
    -------
    Choice
        in £; without buyers where there is no award.

    Raises
    ------
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    Unanswerable
        if the pool is too large for the shares, or the coalitions, asked for.
    UnknownName
        if there is no solver of the name that the options state.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    with localcontext(EXACT):
        started = time.monotonic()
        asked = merged(case.options, options)
        solver = chosen(asked.solver)
        if award is not None:
            check_award(case, award)
        appraisal = appraise(case)
        known = figures(case, appraisal)
        finder = Finder(case, known, asked.gap, solver)
        members = finder.tendering.members
        most = _most(coalitions, len(members))
        limit = asked.time_limit
        many = Many(executor, workers, isolated, limit, started, stop)
        best = award or search(
            case,
            for_the_award(asked),
            on_progress=on_progress,
            stop=stop,
            isolated=isolated,
            appraisal=appraisal,
            memory=memory,
            hands=many.hands,
        )
        incurred = charges_of(case, appraisal, best)

        buyers: tuple[BuyerChoice, ...] = ()
        found = Coalitions(most=most, number=0, examined=0)
        if best.awards:
            groups = [group for size in range(1, most + 1) for group in combinations(members, size)]

            def tell(done: int) -> None:
                name = f"choice {done} of {len(groups)}"
                on_progress(Sign(name, time.monotonic() - started, None, None, None))

            fair = shared(incurred, shares, members)  # at once: what cannot be shared so is better told before the work
            answer = Answer(
                case=case,
                appraisal=appraisal,
                figures=known,
                award=best,
                charges=incurred,
                shares=fair,
                alone=best_of_each(many, finder, groups, tell),
            )
            buyers, found = tuple(answer.buyers()), answer.coalitions(groups[len(members) :])
        return Choice(
            name=case.name,
            best=BestAward.of(best),
            shares=shares,
            charges=pounds(incurred.total),
            buyers=buyers,
            coalitions=found,
            seconds=round(time.monotonic() - started, 3),
            provenance=provenance(case, asked),
        )


def _most(asked: int | None, buyers: int) -> int:
    """Most buyers of the coalitions to look at."""
    most = min(asked or (2 if buyers <= SMALL_POOL else 1), buyers)
    number = sum(math.comb(buyers, size) for size in range(2, most + 1))
    if number > _MOST_COALITIONS:
        raise Unanswerable(
            "coalitions",
            f"coalitions of up to {most} of {buyers} buyers are {number:,}, and at most {_MOST_COALITIONS:,} are looked"
            " at: ask for smaller ones",
        )
    return most
