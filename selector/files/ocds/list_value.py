"""What a bid asks over its whole term: list prices, without VAT, undiscounted."""

from decimal import Decimal
from fractions import Fraction

from models import Bid, Horizon

_PENCE = 100


def list_value(horizon: Horizon, bid: Bid, people: int) -> Decimal:
    """The sum of its list prices from its start to the end of its term or, without one, of the horizon, to a penny.

    Indexed, with the prices of single years where they are stated; extensions are not counted, and no discount is taken off.
    ``people`` are those of the buyers of its lots, each buyer once, by which a price a head is multiplied.
    """
    first = horizon.start
    start = Fraction(0)
    if bid.start is not None:
        start = Fraction((bid.start.year - first.year) * 12 + bid.start.month - first.month, 12)
    end = Fraction(horizon.years) if bid.term_years is None else start + Fraction(bid.term_years)
    heads = people if bid.price_basis == "head" else 1
    growth = 1 + Fraction(bid.indexation)
    pence = Fraction(0)
    year = int(start)
    while year < end:
        served = min(Fraction(year + 1), end) - max(Fraction(year), start)
        stated = bid.prices.get(f"{first.year + year}-{(first.year + year + 1) % 100:02d}")
        if stated is None:
            pence += _yearly(bid.price, heads) * growth**year * served
        else:
            pence += _yearly(stated, heads) * served
        year += 1
    return Decimal(_half_up(pence)).scaleb(-2)


def _yearly(price: Decimal, heads: int) -> int:
    return _half_up(Fraction(price) * heads * _PENCE)


def _half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
