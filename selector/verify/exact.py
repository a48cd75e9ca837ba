"""Exact numbers: quotients stay fractions until the one place where the formulation rounds them.

A Decimal can not hold a third, and half a penny that is a hair short of half would round the wrong way.
"""

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, DivisionByZero, InvalidOperation
from fractions import Fraction

Number = Decimal | Fraction | int

# Wide enough for every exact sum and product of a case's figures. Overflow is not trapped: an award read from a file
# may state any power of ten, which is to be found wrong rather than to break the check.
CONTEXT = Context(prec=60, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[InvalidOperation, DivisionByZero])

FIGURE_PLACES = 6
_HALF_A_FIGURE = 5e-7


def half_up(value: Number, places: int) -> Decimal:
    """``value`` to so many decimal places; away from zero at exactly half."""
    above, below = value.as_integer_ratio()
    whole = (2 * abs(above) * 10**places + below) // (2 * below)
    return Decimal(whole if above >= 0 else -whole).scaleb(-places)


def pennies(value: Number) -> Decimal:
    """``value`` to a penny."""
    return half_up(value, 2)


def figure(value: Number) -> Decimal:
    """``value`` to six decimals, as figures that are not money are stated and compared."""
    return half_up(value, FIGURE_PLACES)


def same_figure(stated: Decimal, expected: Decimal) -> bool:
    """Whether two figures that are not money are alike to six decimals, as the JSON numbers that they travel as."""
    return abs(float(stated) - float(expected)) < _HALF_A_FIGURE
