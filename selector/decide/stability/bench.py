"""The best award of a case at other weights: one program, laid once and solved for one set of weights after another."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Case, CaseInvalid, Fault, Options, Ratio
from selector.appraise import MOST_UNITS, Appraisal, appraise
from selector.appraise.rounding import half_up
from selector.award import Weighing
from selector.decide.proof_gap import proof_gap
from selector.decide.stability.weights import Vector, Weights, weighed
from selector.levels import levels
from selector.program import Objectives, Program, lay, least_cost, objectives
from selector.program.columns import Columns
from selector.solve import Goal, Outcome, Plan, solve_here
from selector.solve.choose import chosen

Ints = NDArray[np.int64]

_UNITS = 10**5
"""Units in a pound: a thousandth of a penny, so that rounding bid by bid is of no account."""
_LEAST_UNITS, _SCORE_UNITS = 10**2, 10**8
_MOST_SUM = 2**62
_LEAST = 0.01
_PENNY, _THOUSANDTH = Fraction(1, 100), Fraction(1, 1000)


@dataclass(frozen=True)
class Bench:
    """A case, its weights, and an award to begin with."""

    case: Case
    appraisal: Appraisal
    options: Options
    weights: Weights
    award: tuple[str, ...]
    """Ids of the bids of today's best award."""
    qualities: tuple[Ints, ...] = ()
    """Thousandths of a point of each pair: what takes the place of quality, the last of the objectives; as it is if empty."""

    @property
    def gap(self) -> float:
        """The relative gap at which an award counts as proven."""
        return proof_gap(self.options, self.appraisal)

    def within(self, cost: Decimal) -> Fraction:
        """How far behind another an award may be and count as good: what rounding each lot's figures may do, and two gaps."""
        if isinstance(self.case.objective, Ratio):
            # Scores are rounded to a thousandth, and as much as the tolerance is given up for lower charges.
            return Fraction(self.case.objective.tolerance) + _THOUSANDTH + 2 * Fraction(self.gap) * 100
        return _PENNY * len(self.appraisal.lots) + 2 * Fraction(self.gap) * Fraction(cost)


@dataclass(frozen=True)
class Best:
    """The best award found at some weights, and what is proven there."""

    bids: tuple[str, ...]
    """Ids, in the order of the appraisal."""
    vector: Vector
    bound: Fraction | None
    """Every award comes to this at least, at the weights as they were asked for."""
    proven: bool = False
    """Whether it is proven the best, within the gap in force."""
    priorities: tuple[int, ...] = ()
    """Millionths by which it breaks the rules of each."""


class Laid:
    """A bench with its program. For one process: it is not sent anywhere."""

    def __init__(self, bench: Bench, stop: Callable[[], bool]) -> None:
        self._bench, self._stop = bench, stop
        self.until: float | None = None
        """When to end, on the monotonic clock."""
        self.infeasible = False
        """Whether it is proven that there is no award."""

    def share(self, until: float | None, pieces: int) -> None:
        """Limit what comes next to its share of the time until ``until``, where so many pieces are still to come."""
        now = time.monotonic()
        self.until = None if until is None else now + (until - now) / pieces

    @property
    def is_over(self) -> bool:
        """Whether no more is to be solved."""
        return self._stop() or (self.until is not None and time.monotonic() >= self.until)

    def best(self, weight: Sequence[Fraction]) -> Best | None:
        """The best award at some weights; None where none was found within the limits."""
        if self.is_over:
            return None
        scale = self._scale(weight)
        outcome = self._solved([scale * each for each in weight])
        self.infeasible = outcome.infeasible
        at = len(self._appraisal.priorities)
        if outcome.accepted is None or len(outcome.goals) <= at:
            return None
        bids = np.flatnonzero(self._appraisal.bids.open)[list(outcome.accepted)]
        bound = outcome.goals[at].bound - self._rounding
        return Best(
            tuple(self._appraisal.bids.ids[bid] for bid in bids.tolist()),
            self.vector(bids),
            Fraction(bound) / self._units / scale if math.isfinite(bound) else None,
            outcome.goals[at].proven,
            tuple(goal.value for goal in outcome.goals[:at]),
        )

    def rival(self, weight: Sequence[Fraction]) -> Best | None:
        """As ``best``, to be held against the bench's award; None where one of them breaks rules with a priority more.

        That may be where one was found within limits: the award is then not the best at any weights, or no bound is of it.
        """
        best = self.best(weight)
        return best if best is not None and best.priorities == self._priorities else None

    def is_as_good(self, weight: Sequence[Fraction], best: Best) -> bool:
        """Whether the bench's award is as good as another at some weights."""
        own = self.award(self._bench.award)
        return best.priorities == self._priorities and weighed(weight, own) <= weighed(weight, best.vector)

    @cached_property
    def _priorities(self) -> tuple[int, ...]:
        """Of the bench's award, as ``Best`` tells them."""
        if not self._parts.priorities:
            return ()
        a = self._appraisal
        broken = Weighing(self._bench.case, a, np.flatnonzero(np.isin(a.bids.ids, list(self._bench.award)))).violations
        return tuple(
            half_up(sum((each * broken[row] for row, each in soft), Fraction(0)))
            for soft in self._parts.priorities.values()
        )

    def award(self, names: Sequence[str]) -> Vector:
        """What the award of some bids has of each objective."""
        return self.vector(np.flatnonzero(np.isin(self._appraisal.bids.ids, list(names))))

    def vector(self, bids: Ints) -> Vector:
        """What an award has of each objective; ``bids`` are positions in the appraisal."""
        a = self._appraisal
        won = np.isin(a.bids.pair_bid, bids)
        weight = a.lots.weight[a.bids.pair_lot[won]]

        def mean(points: Ints) -> Fraction:
            return Fraction(-int((weight * points[won]).sum()), self._parts.quality_units)

        qualities = tuple(mean(each) for each in self._bench.qualities or (a.bids.quality,))
        if a.scores is not None:
            return mean(a.scores), *qualities
        weighing = Weighing(self._bench.case, a, bids)
        penalty = sum((each * weighing.violations[row] for row, each in self._parts.penalties), Fraction(0))
        cost = int(a.bids.cost[won].sum()) + weighing.charges - weighing.discount
        return (
            (cost + penalty) / 100,
            (int(a.bids.liability[won].sum()) - weighing.saved) / 100,
            Fraction(int(a.bids.disruption[won].sum()), 1000),
            *qualities,
        )

    @cached_property
    def varies(self) -> tuple[bool, ...]:
        """Of each objective: whether any bid has some of it."""
        parts = self._figures
        return tuple(bool(np.any(part)) for part, _ in parts)

    @cached_property
    def _appraisal(self) -> Appraisal:
        """Of scores: with those of prices alone in the place of the scores."""
        case = self._bench.case
        if not isinstance(case.objective, Ratio):
            return self._bench.appraisal
        alone = case.objective.model_copy(update={"price_weight": Decimal(1), "quality_weight": Decimal(0)})
        return appraise(case.model_copy(update={"objective": alone}))

    @cached_property
    def _program(self) -> Program:
        return lay(self._appraisal)

    @cached_property
    def _parts(self) -> Objectives:
        return objectives(self._appraisal)

    @cached_property
    def _figures(self) -> tuple[tuple[Ints, int], ...]:
        """Of each objective: its units over all columns, and how many of them are one."""
        parts = self._parts
        per = parts.quality_units
        qualities = tuple((each, per) for each in (map(self._weighted, self._bench.qualities)))
        last = qualities or ((parts.quality, per),)
        if parts.score is not None:
            return (parts.score, per), *last
        return (parts.cost, 100), (parts.liability, 100), (parts.disruption, 1000), *last

    def _weighted(self, quality: Ints) -> Ints:
        """Minus the weight of lots times the quality of pairs, over all columns."""
        a, columns = self._appraisal, Columns(self._appraisal)
        found = np.zeros(len(columns), dtype=np.int64)
        np.subtract.at(found, columns.accept, a.lots.weight[columns.lot] * quality[columns.pair])
        return found

    @property
    def _rounding(self) -> float:
        """Units by which the coefficients of an award's columns are rounded, at most: of each lot five columns."""
        return 2.5 * len(self._appraisal.lots)

    def _scale(self, weight: Sequence[Fraction]) -> Fraction:
        """A power of two that brings weights to about the size of those of today, by which figures stay sane."""
        now, then = (weighed(each, self.sizes) for each in (self._bench.weights.today, weight))
        return Fraction(2) ** round(math.log2(now / then)) if now and then else Fraction(1)

    @cached_property
    def sizes(self) -> Vector:
        """Of each objective: the most that a bid has of it."""
        return tuple(Fraction(int(np.abs(part[: len(self._names)]).max(initial=0)), per) for part, per in self._figures)

    @cached_property
    def _units(self) -> int:
        """Units in a pound or a point."""
        if not self._bench.weights.in_money:
            return _SCORE_UNITS
        sums = tuple(Fraction(sum(abs(part.astype(object))), per) for part, per in self._figures)
        # Scaled by a power of two, weights may come to half as much again.
        most, units = 2 * weighed(self._bench.weights.today, sums), _UNITS
        while units > _LEAST_UNITS and most * units > MOST_UNITS:
            units //= 10
        return units

    def _goal(self, weight: Sequence[Fraction]) -> Goal:
        """One objective: its figures weighed exactly, and rounded to a unit, bid by bid."""
        units, in_money = self._units, self._bench.weights.in_money
        factors = [each * units / per for each, (_, per) in zip(weight, self._figures, strict=True)]
        common = math.lcm(*(each.denominator for each in factors))
        exact = np.zeros(self._program.matrix.shape[1], dtype=object)
        for each, (part, _) in zip(factors, self._figures, strict=True):
            exact = exact + part.astype(object) * int(each * common)
        coefficients = (2 * exact + common) // (2 * common)
        if sum(abs(coefficients)) > _MOST_SUM:
            raise CaseInvalid([Fault("/objective", "weighs objectives that are too large to be weighed otherwise")])
        return Goal(
            "weighted",
            coefficients.astype(np.int64),
            units,
            resolution=units // 100 if in_money else units // 10**6,
            saving=weight[1] * units / 100 if in_money else Fraction(0),
            soft=tuple((row, each * weight[0] * units / 100) for row, each in self._parts.penalties)
            if in_money
            else (),
        )

    def _solved(self, weight: Sequence[Fraction]) -> Outcome:
        bench = self._bench
        stated = [level.goal for level in levels(bench.case.objective, self._parts)]
        first = len(self._appraisal.priorities)
        goals = [*stated[:first], self._goal(weight), *(stated[first + 1 :] if not bench.gap else ())]
        ids = {name: column for column, name in enumerate(self._names)}
        plan = Plan(
            goals=tuple(goals),
            gap=bench.gap,
            gap_base=self._parts.cost * (self._units // 100) if bench.weights.in_money else None,
            gap_base_at=first,
            gap_base_least=least_cost(self._appraisal) * (self._units // 100) if bench.weights.in_money else 0,
            time_limit=None if self.until is None else max(self.until - time.monotonic(), _LEAST),
            start=tuple(ids[name] for name in bench.award if name in ids),
            solver=chosen(bench.options.solver),
            method=bench.options.method or "auto",
        )
        return solve_here(self._program, plan, stop=self._stop)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """Ids of the bids of the accept columns."""
        return tuple(self._appraisal.bids.ids[bid] for bid in Columns(self._appraisal).bid.tolist())
