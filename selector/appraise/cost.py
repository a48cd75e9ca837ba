"""Present value of what is paid in every year of the horizon."""

from decimal import Decimal
from fractions import Fraction

from models import Horizon
from selector.appraise.rounding import half_up_of


def annuity(horizon: Horizon) -> Fraction:
    """Present value of a pound paid in every year of the horizon, the first undiscounted."""
    factor = 1 / (1 + Fraction(horizon.discount_rate))
    return sum((factor**year for year in range(horizon.years)), Fraction(0))


def present_value(pence_a_year: int, factor: Fraction) -> int:
    """Present value in pence of so much a year, ``factor`` being the horizon's annuity."""
    return half_up_of(pence_a_year * factor.numerator, factor.denominator)


def pence(pounds: Decimal) -> int:
    """Pounds as whole pence; money has no more than two decimal places."""
    return int(pounds * 100)
