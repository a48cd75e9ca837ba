"""Bids that are abnormally low."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.tables import Case
from tests.oracle.worth import Offer, worths


@dataclass(frozen=True)
class LowBid:
    """A bid that is flagged on a lot; in pence, ``mean`` unrounded."""

    bid: str
    lot: str
    price: int
    mean: Fraction
    next: int


def low_bids(case: Case) -> Iterator[LowBid]:
    """The bids that are flagged, lot by lot, in the order of the case."""
    if case.board.low_prices is None:
        return
    offers = [offer for bid in worths(case).values() if not bid.bidder.fallback for offer in bid.offers]
    for lot in case.lots:
        here = [offer for offer in offers if offer.lot.id == lot]
        if len({offer.bidder.id for offer in here}) >= case.board.low_prices.min_bidders:
            yield from (row for offer in here for row in _flagged(case, offer, here))


def _flagged(case: Case, offer: Offer, here: list[Offer]) -> Iterator[LowBid]:
    low = case.board.low_prices
    assert low is not None
    others = [other.list_price for other in here if other.bidder.id != offer.bidder.id]
    if not others:
        return
    mean, lowest = Fraction(sum(others), len(others)), min(others)
    if low.below_mean is not None and offer.list_price > (1 - low.below_mean) * mean:
        return
    if low.below_next is not None and offer.list_price > (1 - low.below_next) * lowest:
        return
    yield LowBid(offer.id, offer.lot.id, offer.list_price, mean, lowest)
