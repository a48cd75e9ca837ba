"""The objectives of a front as whole numbers: what one of each is, and how it reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from models import ObjectiveName
from selector.appraise import Appraisal
from selector.program import Objectives

Ints = NDArray[np.int64]
_POUND = 100
"""Pence."""
_THOUSANDTH = Decimal("0.001")
UNITS: Mapping[ObjectiveName, tuple[str, Decimal]] = {
    "cost": ("£", Decimal(1)),
    "quality": ("points", _THOUSANDTH),
    "liability": ("£", Decimal(1)),
    "disruption": ("lots", _THOUSANDTH),
    "penalty": ("£", Decimal(1)),
}
"""What each is told in, and rounded to."""


@dataclass(frozen=True)
class Figure:
    """One objective: units over the columns of a program, to be minimised, so many of which are told as one."""

    name: ObjectiveName
    coefficients: Ints
    step: int
    saving: Fraction = Fraction(0)
    """How much of what redeployment saves its units are less by."""
    soft: tuple[tuple[int, Fraction], ...] = ()
    """Soft rows, and pence that a violation of 1 counts for."""

    def read(self, value: int) -> Decimal:
        """A value in pounds, points, lots or WTE."""
        sign = -1 if self.name == "quality" else 1
        return sign * value * UNITS[self.name][1] + 0  # the sum loses the sign of -0

    def value(self, units: int) -> int:
        """The value of so many units: the nearest whole number."""
        return (2 * units + self.step) // (2 * self.step)


def figures(names: tuple[ObjectiveName, ...], parts: Objectives, appraisal: Appraisal) -> tuple[Figure, ...]:
    """The objectives of these names."""
    weight = int(appraisal.lots.weight.sum())
    made: dict[ObjectiveName, Callable[[], Figure]] = {
        "cost": lambda: Figure("cost", parts.cost, _POUND),
        # Units are weight x thousandths of a point.
        "quality": lambda: Figure("quality", parts.quality, weight),
        "liability": lambda: Figure("liability", parts.liability, _POUND, saving=Fraction(1)),
        "disruption": lambda: Figure("disruption", parts.disruption, 1),
        "penalty": lambda: Figure("penalty", np.zeros_like(parts.cost), _POUND, soft=parts.penalties),
    }
    return tuple(made[name]() for name in names)
