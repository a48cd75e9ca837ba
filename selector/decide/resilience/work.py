"""The pieces of work that a question of resilience sends out: one failure each."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import (
    BestAward,
    BrokenLimit,
    Difference,
    Evaluation,
    Failure,
    RepairOutcome,
    RuleState,
    Totals,
    TotalsDifference,
)
from selector.appraise.rounding import half_up
from selector.decide.resilience.anew import made_anew
from selector.decide.resilience.failing import Fall
from selector.decide.resilience.held_against import as_it_came_out, as_it_is
from selector.decide.resilience.repair import Repair, repaired
from selector.decide.resilience.sentence import Sentences
from selector.decide.resilience.situation import Situation, unpacked
from selector.decide.without.difference import differences
from selector.decide.without.handovers import handovers

Stop = Callable[[], bool]


@dataclass(frozen=True)
class Task:
    """A failure to be examined in any process."""

    sent: bytes
    """The situation, packed."""
    fall: Fall
    start: tuple[str, ...] = ()
    """Bids of an award to begin with."""


@dataclass(frozen=True)
class Examined:
    """What a failure comes to, and what its repair accepts."""

    failure: Failure
    bids: tuple[str, ...]


def examined(task: Task, seconds: float | None, stop: Stop) -> Examined:
    """The best repair after a failure. Work as ``Many`` takes it.

    Raises
    ------
    SolverFailed
        if the solver breaks down, or a repaired award does not survive the check.
    """
    situation, fall = unpacked(task.sent), task.fall
    if not fall.lots:
        return Examined(_unaffected(situation, fall), ())
    repair = repaired(situation, fall, seconds, stop)
    return Examined(_failure(situation, fall, repair), repair.bids)


def remade(task: Task, seconds: float | None, stop: Stop) -> BestAward:
    """The best award after a failure with every lot open again. Work as ``Many`` takes it.

    Raises
    ------
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    return made_anew(unpacked(task.sent), task.fall, task.start, seconds, stop)


def _unaffected(situation: Situation, fall: Fall) -> Failure:
    nothing = Failure(
        bidders=fall.bidders,
        partnerships=fall.partnerships,
        lots=(),
        people=0,
        outcome="unaffected",
        status=situation.award.status,
        sentence="",
    )
    return nothing.model_copy(update={"sentence": Sentences(situation.case).of(nothing)})


def _failure(situation: Situation, fall: Fall, repair: Repair) -> Failure:
    award = situation.award
    changed = handovers(award.awards, repair.awards)
    failure = Failure(
        bidders=fall.bidders,
        partnerships=fall.partnerships,
        lots=fall.lots,
        people=fall.people,
        outcome=_outcome(repair),
        status=repair.status,
        levels=_differences(award, repair),
        totals=_totals(award.totals, repair.totals),
        handovers=tuple(each for each in changed if each.lot in fall.lots),
        others=tuple(each for each in changed if each.lot not in fall.lots),
        uncovered=repair.uncovered,
        people_uncovered=situation.people(repair.uncovered),
        no_other_bid=situation.without_other_bids(fall),
        broken=tuple(map(_broken, repair.broken)),
        distance=float(repair.distance),
        sentence="",
    )
    return failure.model_copy(update={"sentence": Sentences(situation.case).of(failure)})


def _differences(award: Evaluation, repair: Repair) -> tuple[Difference, ...]:
    if repair.totals is None:
        return ()
    return differences(as_it_is(award), as_it_came_out(repair.best), can_only_worsen=False)


def _outcome(repair: Repair) -> RepairOutcome:
    if repair.totals is None:
        return "unknown"
    if repair.uncovered:
        return "uncovered"
    return "broken" if repair.broken else "kept"


def _totals(before: Totals | None, now: Totals | None) -> TotalsDifference | None:
    if before is None or now is None:
        return None
    return TotalsDifference(
        cost=now.cost - before.cost,
        quality=now.quality - before.quality,
        liability=now.liability - before.liability,
        disruption=now.disruption - before.disruption,
        penalty=now.penalty - before.penalty,
        proven=False,
    )


def _broken(state: RuleState) -> BrokenLimit:
    beyond = abs(Fraction(state.value) - Fraction(state.limit)) / (Fraction(state.limit) or 1)
    return BrokenLimit(
        rule=state.rule,
        value=state.value,
        limit=state.limit,
        sense=state.sense,
        unit=state.unit,
        relative=Decimal(half_up(beyond * 10**6)).scaleb(-6),
        sentence=state.sentence,
    )
