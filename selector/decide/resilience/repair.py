"""The best repair of an award after a failure: one that keeps every rule, or else the one that breaks least."""

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from models import Accepted, BestAward, Bid, Certificate, Level, Ratio, RuleState, SolverFailed, Status, Totals
from selector.award import Weighing
from selector.board import BOARD_SIZE
from selector.decide.feasibility import Clock
from selector.decide.ledger import Ledger
from selector.decide.lever import Lever
from selector.decide.resilience.failing import Fall
from selector.decide.resilience.giving import Giving
from selector.decide.resilience.least import Least, Stages
from selector.decide.resilience.left_open import left_open_id
from selector.decide.resilience.situation import Situation
from selector.levels import Level as Goal
from selector.levels import levels
from selector.program import objectives
from selector.search import search
from selector.search import units as units_of
from selector.solve import chosen
from selector.verify.award import Award
from selector.verify.barred import barred
from selector.verify.recomputed import Recomputed
from selector.verify.tender import Tender

Stop = Callable[[], bool]
_SHARE_OF_KEEPING = 0.6
"""Of the time for a repair, what looking for one that keeps every rule may take."""
_LARGE_GAP = 0.0001


@dataclass(frozen=True)
class Repair:
    """A repaired award."""

    status: Status
    best: BestAward
    """With what was proven of each level, as of an award among those that break as little."""
    bids: tuple[str, ...] = ()
    """What it accepts."""
    awards: tuple[Accepted, ...] = ()
    totals: Totals | None = None
    uncovered: tuple[str, ...] = ()
    broken: tuple[RuleState, ...] = ()
    distance: Fraction = Fraction(0)


_NOT_FOUND = Repair("unknown", BestAward(status="unknown", certificate=None, totals=None))


def repaired(situation: Situation, fall: Fall, seconds: float | None, stop: Stop) -> Repair:
    """The best repair after a failure, found within so many seconds.

    Raises
    ------
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    began = time.monotonic()
    case, appraisal = situation.after(fall)
    share = None if seconds is None else seconds * _SHARE_OF_KEEPING
    evaluation = search(
        case,
        situation.options.model_copy(update={"time_limit": share}),
        stop=stop,
        isolated=False,
        appraisal=appraisal,
        start=(row.bid for row in situation.award.awards),
    )
    if evaluation.totals is not None:
        return Repair(
            status=evaluation.status,
            best=BestAward.of(evaluation),
            bids=tuple(dict.fromkeys(row.bid for row in evaluation.awards)),
            awards=evaluation.awards,
            totals=evaluation.totals,
        )
    if evaluation.status != "infeasible":
        return _NOT_FOUND
    left = math.inf if seconds is None else seconds - (time.monotonic() - began)
    situation.prepare()  # once in each process, and no failure's own time
    return _breaking(situation, fall, Clock.starting(left, math.inf, stop))


@dataclass(frozen=True)
class _KnownLedger(Ledger):
    """A ledger in which admission stands: no bid that may not be accepted is ever held against it."""

    known: Tender

    @property
    def tender(self) -> Tender:
        return self.known

    def _least_points(self, _: Award) -> Iterator[tuple[int, Decimal]]:
        return iter(())

    def _refusals(self, _: Award) -> Iterator[Lever]:
        return iter(())


def _breaking(situation: Situation, fall: Fall, clock: Clock) -> Repair:
    """The repair that breaks least, where none keeps every rule."""
    appraisal = situation.incomplete_after(fall)
    giving = Giving(situation.incomplete, appraisal, situation.stated)
    parts = objectives(giving.appraisal)
    goals = levels(situation.case.objective, parts)
    large = int(appraisal.bids.open.sum()) > BOARD_SIZE
    stated = situation.options.gap
    stages = Stages(
        giving=giving,
        ledger=_KnownLedger(giving, situation.tender),
        open_ids=frozenset(map(left_open_id, situation.without_fallback)),
        levels=goals,
        parts=parts,
        gap=stated if stated is not None else _LARGE_GAP if large else 0.0,
        clock=clock,
        solver=chosen(situation.options.solver),
    )
    found = stages.least()
    return _NOT_FOUND if found is None else _checked(situation, fall, stages, found)


def _checked(situation: Situation, fall: Fall, stages: Stages, found: Least) -> Repair:
    """A repair as the solver-free check sees it: its totals, and the limits that it breaks.

    Raises
    ------
    SolverFailed
        if the check comes to other totals, or finds a bid among it that may not be accepted.
    """
    appraisal, tender = stages.giving.known, situation.tender
    place = {name: position for position, name in enumerate(appraisal.bids.ids)}
    weighing = Weighing(situation.incomplete, appraisal, np.array(sorted(place[bid] for bid in found.bids)))
    awards, totals = weighing.awards(), weighing.totals()
    accepted: dict[str, Bid] = {row.lot: tender.bids[row.bid] for row in awards}
    recomputed = Recomputed.of(Award(tender, accepted), weighing.moves())
    wrong = [finding.message for finding in barred(recomputed.award)]
    if wrong or recomputed.totals != totals:
        raise SolverFailed("a repaired award did not survive the check: " + "; ".join(wrong or ["its totals differ"]))
    uncovered = tuple(row.lot for row in awards if row.bid in stages.open_ids)
    void = {f"pick[{pick}]" for pick in situation.void_picks(fall)}
    proven = found.proven and _is_best(stages.levels[0], found)
    status: Status = "optimal" if proven else "feasible"
    return Repair(
        status=status,
        best=BestAward(
            status=status, certificate=_certificate(situation, stages, found, weighing, recomputed), totals=totals
        ),
        bids=found.bids,
        awards=tuple(row for row in awards if row.bid not in stages.open_ids),
        totals=totals,
        uncovered=uncovered,
        broken=tuple(
            state for state in recomputed.rules if not state.satisfied and not state.soft and state.rule not in void
        ),
        distance=sum(found.sizes.values(), Fraction(0)),
    )


def _is_best(first: Goal, found: Least) -> bool:
    """Whether no repair that breaks as little is better by the board's first goal."""
    if found.outcome is None or found.outcome.status != "optimal":
        return False
    return found.outcome.goals[0].value - found.bound < first.goal.resolution


def _certificate(
    situation: Situation, stages: Stages, found: Least, weighing: Weighing, recomputed: Recomputed
) -> Certificate:
    """What is proven of each level of a repair that breaks limits."""
    goals = stages.levels
    results = () if found.outcome is None else found.outcome.goals
    told = tuple(
        _level(goal, units_of(goal, found.outcome, weighing), result.value, _least_units(found, position, result.bound))
        for position, (goal, result) in enumerate(zip(goals, results, strict=False))
        if found.outcome is not None
    )
    if not told and not isinstance(situation.case.objective, Ratio):
        # The last stage had no time: what the repair that was found comes to is known, and no more.
        level, value = recomputed.levels[0]
        told = (Level(objective=level.name, value=value, best=value, bound=None, gap=None),)
    return situation.award.certificate.model_copy(update={"levels": told, "bound": None, "ties": "not_examined"})


def _least_units(found: Least, position: int, bound: float) -> float | None:
    """Units that a goal has at the least in every repair that breaks as little, as far as that is proven."""
    if not found.proven:
        return None
    if not found.sizes:
        return bound
    # Of several that move other limits as far, the first goal is known; what comes later holds where these have moved.
    return None if position else found.bound


def _level(goal: Goal, value: int, found: int, units: float | None) -> Level:
    best = goal.amount(found)
    bound: Decimal | None = None
    if units is not None:
        # Values are whole units: nothing lies between.
        bound = best if found - units < goal.goal.resolution else goal.bound(units)
    return Level(objective=goal.goal.name, value=goal.amount(value), best=best, bound=bound, gap=None)
