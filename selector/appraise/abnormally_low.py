"""The bids so low that the board is to ask why."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from models import Case, LowBid, LowPrices
from selector.appraise.appraisal import Appraisal
from selector.appraise.rounding import half_up_of
from selector.appraise.units import MILLIONTHS


def abnormally_low(case: Case, appraisal: Appraisal, accepted: NDArray[np.int64]) -> tuple[LowBid, ...]:
    """Every bid that is abnormally low on a lot, by lot, then in the order of the bids; ``accepted`` by position.

    The bids of other bidders are those listed, barred ones too: what they ask is evidence of what the work costs.
    """
    if case.abnormally_low is None:
        return ()
    taken = set(accepted.tolist())
    return tuple(
        low
        for lot, pairs in enumerate(_listed(appraisal))
        for low in _low(case.abnormally_low, appraisal, lot, pairs, taken)
    )


def _listed(appraisal: Appraisal) -> list[list[int]]:
    """For each lot: the pairs of the listed bids for it."""
    bids = appraisal.bids
    pairs: list[list[int]] = [[] for _ in range(len(appraisal.lots))]
    for pair in np.flatnonzero(~appraisal.bidders.fallback[bids.pair_bidder]).tolist():
        pairs[bids.pair_lot[pair]].append(pair)
    return pairs


def _low(asked: LowPrices, appraisal: Appraisal, lot: int, pairs: Sequence[int], taken: set[int]) -> Iterator[LowBid]:
    bids = appraisal.bids
    prices: defaultdict[int, list[int]] = defaultdict(list)
    for pair in pairs:
        prices[int(bids.bidder[bids.pair_bid[pair]])].append(int(bids.list_price[pair]))
    if len(prices) < max(asked.min_bidders, 2):
        return
    total = sum(map(sum, prices.values()))
    # The lowest of all other bidders is the lowest of all, or for who made that, the lowest of the rest.
    (first, lowest), (_, second) = sorted(((who, min(of)) for who, of in prices.items()), key=lambda each: each[1])[:2]
    for pair in pairs:
        bid = int(bids.pair_bid[pair])
        bidder, price = int(bids.bidder[bid]), int(bids.list_price[pair])
        others, many = total - sum(prices[bidder]), len(pairs) - len(prices[bidder])
        following = second if bidder == first else lowest
        if _is_low(price, others, many, asked.below_mean) and _is_low(price, following, 1, asked.below_next):
            yield LowBid(
                bid=bids.ids[bid],
                bidder=appraisal.bidders.ids[bidder],
                lot=appraisal.lots.ids[lot],
                price=_pounds(price),
                mean=_pounds(half_up_of(others, many)),
                next=_pounds(following),
                accepted=bid in taken,
            )


def _is_low(price: int, total: int, many: int, below: Decimal | None) -> bool:
    """Whether a price is so far, or farther, below the mean of so many that come to ``total``."""
    return below is None or MILLIONTHS * price * many <= int((1 - below) * MILLIONTHS) * total


def _pounds(pence: int) -> Decimal:
    return Decimal(pence).scaleb(-2)
