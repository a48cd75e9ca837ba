"""Pounds as pence, and their present value."""

from decimal import Decimal
from fractions import Fraction

from selector.appraise.rounding import half_up_of


def present_value(pence_a_year: int, factor: Fraction) -> int:
    """Present value in pence of so much a year, ``factor`` being the horizon's annuity."""
    return half_up_of(pence_a_year * factor.numerator, factor.denominator)


def pence(pounds: Decimal) -> int:
    """Pounds as whole pence; money has no more than two decimal places."""
    return int(pounds * 100)
