"""The board's objective as goals for a solver, and the solver's units back as pounds and points."""

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import Lexicographic, MoneyValued, ObjectiveName
from selector.appraise.rounding import half_up
from selector.program import Objectives, money_valued
from selector.solve import Goal

_PENNY = Decimal("0.01")
_THOUSANDTH = Decimal("0.001")
_MILLIONTH = Decimal("0.000001")


@dataclass(frozen=True)
class Level:
    """One goal and how its units read."""

    goal: Goal
    sign: int
    """1 where less is better and units say so, -1 where more is."""
    unit: Decimal
    """The smallest step in which its values are written."""
    charged: bool = False
    """Whether set-up charges and overheads are part of it."""

    @property
    def pounds(self) -> bool:
        """Whether its values are money."""
        return self.unit == _PENNY

    def amount(self, units: int) -> Decimal:
        """A value in pounds, points or lots."""
        return half_up(Fraction(self.sign * units, self.goal.units) / Fraction(self.unit)) * self.unit

    def bound(self, units: float) -> Decimal | None:
        """A bound in pounds, points or lots, rounded so that it stays one; None where nothing is known."""
        if not math.isfinite(units):
            return None
        # Rounded away from the award: down for what is minimised.
        least = math.floor(Fraction(units) / self.goal.units / Fraction(self.unit)) * self.unit
        return self.sign * least + 0  # the sum loses the sign of -0


def levels(objective: MoneyValued | Lexicographic, parts: Objectives) -> tuple[Level, ...]:
    """The goals of an objective, in order."""
    if isinstance(objective, MoneyValued):
        saving = Fraction(objective.liability_weight)
        goal = Goal("money_valued", money_valued(parts, objective), 100, saving=saving)
        return (Level(goal, 1, _PENNY, charged=True),)
    return tuple(_level(level.objective, level.slack, parts) for level in objective.levels)


def _level(name: ObjectiveName, slack: Decimal, parts: Objectives) -> Level:
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
