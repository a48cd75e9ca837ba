"""Bids so low that the board is to ask why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import Bid, LowBid, LowPrices
from selector.verify.award import Award
from selector.verify.exact import pennies
from selector.verify.tender import Tender
from selector.verify.worth import list_prices


@dataclass(frozen=True)
class _Offer:
    """A listed bid on one lot."""

    bid: Bid
    price: Decimal


def low_bids(award: Award) -> tuple[LowBid, ...]:
    """The bids that are abnormally low, by lot and then in case order; barred ones among them."""
    marks = award.tender.case.abnormally_low
    if marks is None:
        return ()
    accepted = {(won.lot.id, won.bid.id) for won in award.won}
    offers = _offers(award.tender)
    return tuple(
        LowBid(
            bid=offer.bid.id,
            bidder=offer.bid.bidder,
            lot=lot,
            price=offer.price,
            mean=pennies(mean),
            next=lowest,
            accepted=(lot, offer.bid.id) in accepted,
        )
        for lot in award.tender.lots
        for offer, mean, lowest in _low(marks, offers[lot])
    )


def _offers(tender: Tender) -> dict[str, list[_Offer]]:
    found: dict[str, list[_Offer]] = {lot: [] for lot in tender.lots}
    for bid in tender.case.bids:
        for lot, price in zip(bid.lots, list_prices(tender, bid), strict=True):
            found[lot].append(_Offer(bid, price))
    return found


def _low(marks: LowPrices, offers: Sequence[_Offer]) -> Iterator[tuple[_Offer, Fraction, Decimal]]:
    """Each offer that is too low, with the mean of the other bidders' offers and the lowest of them."""
    if len({offer.bid.bidder for offer in offers}) < marks.min_bidders:
        return
    for offer in offers:
        others = [other.price for other in offers if other.bid.bidder != offer.bid.bidder]
        if not others:
            continue
        mean, lowest = Fraction(sum(others)) / len(others), min(others)
        below = (
            marks.below_mean is None or Fraction(offer.price) <= (1 - Fraction(marks.below_mean)) * mean,
            marks.below_next is None or Fraction(offer.price) <= (1 - Fraction(marks.below_next)) * Fraction(lowest),
        )
        if all(below):
            yield offer, mean, lowest
