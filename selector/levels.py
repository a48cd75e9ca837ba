"""The board's objective as goals for a solver, and the solver's units back as pounds and points."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from models import Lexicographic, MoneyValued, ObjectiveName, Ratio
from selector.appraise.rounding import half_up
from selector.program import Objectives, money_valued
from selector.solve import Goal

_PENNY = Decimal("0.01")
_THOUSANDTH = Decimal("0.001")
_MILLIONTH = Decimal("0.000001")
# HiGHS 1.15 took the better of two awards for no better where an objective of 0.045 could become 0.040: it is to see
# figures above 1.
_MILLIONTHS_SEEN = 100


@dataclass(frozen=True)
class Level:
    """One goal and how its units read."""

    goal: Goal
    sign: int
    """1 where less is better and units say so, -1 where more is."""
    unit: Decimal
    """The smallest step in which its values are written."""
    charged: bool = False
    """Whether set-up charges, overheads and discounts are part of it."""
    per: int | None = None
    """Units in one of what its values are told in; as many as in one of what the solver sees if left out."""
    priority: bool = False
    """Whether it is of a priority of the rules, which come before the board's objective."""

    @property
    def pounds(self) -> bool:
        """Whether its values are money."""
        return self.unit == _PENNY

    def amount(self, units: int) -> Decimal:
        """A value in pounds, points or lots."""
        return half_up(Fraction(self.sign * units, self._per) / Fraction(self.unit)) * self.unit

    @property
    def _per(self) -> int:
        return self.goal.units if self.per is None else self.per

    def bound(self, units: float) -> Decimal | None:
        """A bound in pounds, points or lots, rounded so that it stays one; None where nothing is known."""
        if not math.isfinite(units):
            return None
        # Rounded away from the award: down for what is minimised.
        least = math.floor(Fraction(units) / self._per / Fraction(self.unit)) * self.unit
        return self.sign * least + 0  # the sum loses the sign of -0


def levels(objective: MoneyValued | Lexicographic | Ratio, parts: Objectives) -> tuple[Level, ...]:
    """The goals of an objective, in order: those of the rules' priorities, then the board's own."""
    return (*_priorities(parts), *_own(objective, parts))


def _priorities(parts: Objectives) -> Iterator[Level]:
    nothing = np.zeros_like(parts.cost)
    for priority, soft in parts.priorities.items():
        goal = Goal(f"priority {priority}", nothing, _MILLIONTHS_SEEN, soft=soft)
        yield Level(goal, 1, _MILLIONTH, per=10**6, priority=True)


def _own(objective: MoneyValued | Lexicographic | Ratio, parts: Objectives) -> Iterator[Level]:
    match objective:
        case MoneyValued():
            saving = Fraction(objective.liability_weight)
            goal = Goal("money_valued", money_valued(parts, objective), 100, saving=saving, soft=parts.penalties)
            yield Level(goal, 1, _PENNY, charged=True)
        case Ratio():
            yield Level(_score_goal(parts, objective.tolerance), -1, _MILLIONTH)
            yield Level(Goal("charges", parts.charges, 100, soft=parts.penalties), 1, _PENNY, charged=True)
        case Lexicographic():
            yield from (_level(level.objective, level.slack, parts) for level in objective.levels)
            if parts.penalised and "penalty" not in {level.objective for level in objective.levels}:
                yield _level("penalty", _PENNY, parts)


def _score_goal(parts: Objectives, tolerance: Decimal) -> Goal:
    if parts.score is None:
        raise ValueError("bids have no scores: the appraisal is of another objective")
    units = parts.quality_units
    return Goal("score", parts.score, units, int(tolerance * units), resolution=max(units // 1_000_000, 1))


def _level(name: ObjectiveName, slack: Decimal, parts: Objectives) -> Level:
    if name == "penalty":
        nothing = np.zeros_like(parts.cost)
        return Level(Goal(name, nothing, 1, int(slack * 100), soft=parts.penalties), 1, _PENNY, per=100)
    if name == "quality":
        return Level(quality_goal(parts, slack), -1, _MILLIONTH)
    if name == "disruption":
        return Level(Goal(name, parts.disruption, 1000, int(slack * 1000)), 1, _THOUSANDTH)
    saving = Fraction(1 if name == "liability" else 0)
    goal = Goal(name, getattr(parts, name), 100, int(slack * 100), saving=saving)
    return Level(goal, 1, _PENNY, charged=name == "cost")


def quality_goal(parts: Objectives, slack: Decimal) -> Goal:
    """Q as a goal: told apart to a millionth of a point, the last figure that is reported."""
    units = parts.quality_units
    return Goal("quality", parts.quality, units, int(slack * units), resolution=max(units // 1_000_000, 1))
