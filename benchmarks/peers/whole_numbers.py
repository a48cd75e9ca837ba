"""Rows and sums of floats as whole numbers, for a solver that knows no others. Imports no solver."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Wholes = NDArray[np.int64]

_MOST = 2.0**53
"""What a sum may come to in whole numbers."""
_MOST_OF_A_ROW = 2.0**31
"""What a row may come to. With rows up to 2**40 CP-SAT 9.15 proved a bound of 1.781e9 where an award of 1.693e9 is known
(`open-0` of the suite `national`); nobody who writes for it counts people in thousandths.
"""
_MOST_POWER_OF_TEN, _MOST_POWER_OF_TWO = 6, 52
# Decimals that floats cannot hold, such as a tenth, miss a whole number by as much once they are multiplied.
_NOISE = 1e-6
_PART = 2.0**-50


@dataclass(frozen=True)
class WholeRow:
    """``lower <= coefficients @ x <= upper`` in whole numbers; None where a side is open."""

    coefficients: Wholes
    lower: int | None
    upper: int | None


def factor(values: Floats, most: Floats, limit: float = _MOST) -> tuple[float, bool]:
    """What figures are multiplied by to become whole, and whether they all do.

    A power of ten times a power of two, the least that makes all whole. Where none does, or where
    ``|values| @ most`` would pass ``limit``, the largest power of two that keeps within it.
    """
    reach = float(np.abs(values) @ most)
    for ten in range(_MOST_POWER_OF_TEN + 1):
        for two in range(_MOST_POWER_OF_TWO + 1):
            multiplier = 10.0**ten * 2.0**two
            if reach * multiplier > limit:
                break
            scaled = values * multiplier
            if (np.abs(scaled - np.rint(scaled)) <= _NOISE).all():
                return multiplier, True
    return 2.0 ** math.floor(math.log2(limit / max(reach, 1.0))), False


def rows(values: Floats, lower: float, upper: float, most: Floats) -> list[WholeRow]:
    """A row over whole columns from 0 to ``most`` in whole numbers: one row, or two of which each keeps a side.

    Exact where its figures become whole and, once divided by what they have in common, small. Elsewhere each side is rounded outwards: what keeps the row keeps these, so
    that a bound stays one; what they let by too much is less than one in 2**31 of the row's reach for each column.
    """
    multiplier, exact = factor(values, most)
    if exact:
        scaled = np.rint(values * multiplier).astype(np.int64)
        common = int(np.gcd.reduce(scaled)) or 1
        multiplier /= common
        exact = float(np.abs(values) @ most) * multiplier <= _MOST_OF_A_ROW
    if not exact:
        multiplier, _ = factor(values, most, _MOST_OF_A_ROW)
    low = None if math.isinf(lower) else math.ceil(lower * multiplier - _spare(lower * multiplier))
    high = None if math.isinf(upper) else math.floor(upper * multiplier + _spare(upper * multiplier))
    if exact:
        return [WholeRow(np.rint(values * multiplier).astype(np.int64), low, high)]
    found = []
    if low is not None:
        found.append(WholeRow(np.ceil(values * multiplier).astype(np.int64), low, None))
    if high is not None:
        found.append(WholeRow(np.floor(values * multiplier).astype(np.int64), None, high))
    return found


def least(cost: Floats, most: Floats) -> tuple[Wholes, float]:
    """A sum to be minimised in whole numbers, and what it was multiplied by.

    Where its figures do not become whole they are rounded down, so that a bound of it stays one.
    """
    multiplier, exact = factor(cost, most)
    scaled = cost * multiplier
    return (np.rint(scaled) if exact else np.floor(scaled)).astype(np.int64), multiplier


def _spare(limit: float) -> float:
    """What a limit may be off by, so that it keeps nobody out who meets it."""
    return _NOISE + _PART * abs(limit)
