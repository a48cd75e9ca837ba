"""Whole pence shared over lots."""

import math
from collections.abc import Sequence
from fractions import Fraction

from tests.oracle.tables import Bid, Case


def shared(case: Case, bid: Bid, total: int) -> list[int]:
    """Pence of a bid, shared over its lots: by volume where all are counted in one unit, else by people."""
    if len(bid.lots) == 1:
        return [total]
    lots = [case.lots[lot] for lot in bid.lots]
    units = {case.services[lot.service].unit for lot in lots}
    return by_weight(total, [lot.volume if len(units) == 1 else Fraction(lot.people) for lot in lots])


def by_weight(total: int, weights: Sequence[Fraction]) -> list[int]:
    """Shares in proportion, rounded down; what is left over goes one each to the largest remainders, the first first."""
    exact = [total * weight / sum(weights) for weight in weights]
    shares = [math.floor(share) for share in exact]
    by_remainder = sorted(range(len(weights)), key=lambda at: shares[at] - exact[at])
    for at in by_remainder[: total - sum(shares)]:
        shares[at] += 1
    return shares
