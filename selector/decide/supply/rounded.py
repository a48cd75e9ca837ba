"""Exact figures, rounded once as they are told."""

from decimal import Decimal
from fractions import Fraction

from selector.appraise.rounding import half_up


def rounded(value: Fraction, places: int) -> Decimal:
    """``value`` to so many decimal places, half up."""
    return Decimal(half_up(value * 10**places)).scaleb(-places)


def thousandths(value: Fraction) -> Decimal:
    """``value`` to 0.001, half up."""
    return rounded(value, 3)


def millionths(value: Fraction) -> Decimal:
    """``value`` to a millionth, half up."""
    return rounded(value, 6)


def pounds(pence: Fraction) -> Decimal:
    """Pence as pounds, to a penny, half up."""
    return rounded(pence / 100, 2)
