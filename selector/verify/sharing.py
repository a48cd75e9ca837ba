"""What falls on each lot of a package: its list price and its cost, shared to the penny."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from models import Lot
from selector.verify.tender import Tender


def weights(tender: Tender, lots: Sequence[Lot]) -> tuple[Fraction, ...]:
    """By what a sum is shared over lots: their volumes where these have one unit, else their people."""
    if len({tender.services[lot.service].unit for lot in lots}) == 1:
        return tuple(Fraction(tender.volume(lot)) for lot in lots)
    return tuple(Fraction(tender.people(lot)) for lot in lots)


def shared(total: Decimal, by: Sequence[Fraction]) -> tuple[Decimal, ...]:
    """A sum of whole pence, not negative, shared in proportion: parts of whole pence that add up to it.

    Each part is rounded down; the pence left over go one each to the largest remainders, of equal ones to the first.
    """
    pence, whole = Fraction(total) * 100, sum(by)
    parts = [divmod(pence * weight, whole) for weight in by]
    left = int(pence) - sum(part for part, _ in parts)
    favoured = set(sorted(range(len(parts)), key=lambda position: -parts[position][1])[:left])
    return tuple(Decimal(part + (position in favoured)).scaleb(-2) for position, (part, _) in enumerate(parts))
