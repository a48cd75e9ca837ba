"""Rounding as the formulation states it: half up, away from zero at exactly half."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def half_up(value: Fraction) -> int:
    """The whole number nearest to ``value``; at exactly half the one further from zero."""
    return half_up_of(abs(value.numerator), value.denominator) * (1 if value.numerator >= 0 else -1)


def half_up_of(numerator: int, denominator: int) -> int:
    """As ``half_up``, of a fraction that is not negative, without making one."""
    return (2 * numerator + denominator) // (2 * denominator)


def whole(value: Decimal, units: int) -> int:
    """``value`` in ``units``-ths of one, rounded half up: ``whole(Decimal("1.5"), 100)`` is 150."""
    return int((value * units).to_integral_value(ROUND_HALF_UP))
