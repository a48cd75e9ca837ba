"""What falls on each lot of a package, shared to the penny."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction


def shared(total: Decimal, by: Sequence[Fraction]) -> tuple[Decimal, ...]:
    """A sum of whole pence, not negative, shared in proportion: parts of whole pence that add up to it.

    Each part is rounded down; the pence left over go one each to the largest remainders, of equal ones to the first.
    Where all proportions are 0 so is the sum.
    """
    if len(by) == 1:
        return (total,)
    pence, whole = Fraction(total) * 100, sum(by)
    if not whole:
        return (Decimal("0.00"),) * len(by)
    parts = [divmod(pence * weight, whole) for weight in by]
    left = int(pence) - sum(part for part, _ in parts)
    favoured = set(sorted(range(len(parts)), key=lambda position: -parts[position][1])[:left])
    return tuple(Decimal(part + (position in favoured)).scaleb(-2) for position, (part, _) in enumerate(parts))
