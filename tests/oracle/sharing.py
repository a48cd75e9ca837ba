"""Whole pence shared over lots, and the size of lots."""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

from tests.oracle.tables import Lot, Service


def sizes(lots: Sequence[Lot], services: Mapping[str, Service]) -> list[Fraction]:
    """The sizes of lots beside each other: their volumes where all are counted in one unit, else their people."""
    alike = len({services[lot.service].unit for lot in lots}) == 1
    return [lot.volume if alike else Fraction(lot.people) for lot in lots]


def by_weight(total: int, weights: Sequence[Fraction]) -> list[int]:
    """Shares in proportion, rounded down; what is left over goes one each to the largest remainders, the first first."""
    weight = sum(weights)
    if not weight:
        assert not total, "something is to be shared over nothing"
        return [0] * len(weights)
    exact = [total * each / weight for each in weights]
    shares = [math.floor(share) for share in exact]
    by_remainder = sorted(range(len(weights)), key=lambda at: shares[at] - exact[at])
    for at in by_remainder[: total - sum(shares)]:
        shares[at] += 1
    return shares
