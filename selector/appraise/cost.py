"""What a bid costs over the horizon."""

from decimal import Decimal
from fractions import Fraction

from models import Bid, Horizon
from selector.appraise.rounding import half_up


def annuity(horizon: Horizon) -> Fraction:
    """Present value of a pound paid in every year of the horizon, the first undiscounted."""
    factor = 1 / (1 + Fraction(horizon.discount_rate))
    return sum((factor**year for year in range(horizon.years)), Fraction(0))


def list_price(bid: Bid, people: int) -> int:
    """Yearly list price of a bid in pence; ``people`` are those of the buyers of its lots."""
    heads = people if bid.price_basis == "head" else 1
    return half_up(Fraction(bid.price) * heads * 100)


def present_value(pence_a_year: int, factor: Fraction) -> int:
    """Present value in pence of so much a year, ``factor`` being the horizon's annuity."""
    # An integer form of half_up, of which this is the hot spot: every bid comes through here.
    return (2 * pence_a_year * factor.numerator + factor.denominator) // (2 * factor.denominator)


def pence(pounds: Decimal) -> int:
    """Pounds as whole pence; money has no more than two decimal places."""
    return int(pounds * 100)
