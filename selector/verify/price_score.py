"""The score of a bid on a lot, of price and quality, in the objective *ratio*."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import Bid, Lot, Ratio
from selector.verify.barred import reasons
from selector.verify.exact import half_up
from selector.verify.tender import Tender
from selector.verify.worth import Worth, list_prices, quality, worth

_MOST = Fraction(100)
_NONE = Fraction(0)


@dataclass(frozen=True)
class Offer:
    """What a bid asks for a lot, and what it is worth there."""

    price: Fraction
    """Its evaluated price: £."""
    quality: Fraction
    """Points."""


def score(tender: Tender, objective: Ratio, lot: Lot, bid: Bid) -> Decimal:
    """The score of a bid on a lot beside all others for it that may be accepted: points, to 0.001."""
    others = [other for other in tender.bids_for(lot.id) if other.id == bid.id or not reasons(tender, other)]
    offers = {other.id: _offer(tender, objective, lot, other) for other in others}
    return half_up(_score(tender, objective, lot, offers[bid.id], offers.values()), 3)


def _offer(tender: Tender, objective: Ratio, lot: Lot, bid: Bid) -> Offer:
    if objective.price == "list":
        listed = dict(zip(bid.lots, list_prices(tender, bid), strict=True))
        return Offer(Fraction(listed[lot.id]), Fraction(quality(tender, lot, bid)))
    found = worth(tender, bid)[lot.id]
    return Offer(Fraction(_evaluated(objective, found)), Fraction(found.quality))


def _evaluated(objective: Ratio, found: Worth) -> Decimal:
    return found.cost if objective.price == "cost" else found.cost + found.liability


def _score(tender: Tender, objective: Ratio, lot: Lot, own: Offer, offers: Collection[Offer]) -> Fraction:
    match objective.formula:
        case "price_per_quality_point":
            return _per_point(own, offers)
        case "money_valued_quality":
            dearer = own.price - min(offer.price for offer in offers)
            return own.quality - dearer / (Fraction(objective.quality_value or 0) * tender.people(lot))
        case _:
            on_price = _on_price(tender, objective, lot, own.price, [offer.price for offer in offers])
            weights = Fraction(objective.price_weight), Fraction(objective.quality_weight)
            return (weights[0] * on_price + weights[1] * own.quality) / sum(weights)


def _on_price(tender: Tender, objective: Ratio, lot: Lot, own: Fraction, prices: Collection[Fraction]) -> Fraction:
    """The price score, unrounded."""
    least, most, mean = min(prices), max(prices), sum(prices, _NONE) / len(prices)
    match objective.formula:
        case "lowest_over_price":
            return _MOST * least / own if own else _MOST
        case "lowest_to_highest":
            return _MOST * (most - own) / (most - least) if most > least else _MOST
        case "to_the_mean":
            middle = 50 + 100 * (mean - own) / mean if mean else Fraction(50)
            return min(max(middle, _NONE), _MOST)
        case _:
            benchmark = _benchmark(tender, lot)
            return max(_MOST * (benchmark - own) / benchmark, _NONE) if benchmark else _NONE


def _benchmark(tender: Tender, lot: Lot) -> Fraction:
    """The price that bids for a lot are held against: £."""
    if lot.benchmark is not None:
        return Fraction(lot.benchmark)
    return Fraction(tender.services[lot.service].benchmark or 0) * tender.people(lot)


def _per_point(own: Offer, offers: Collection[Offer]) -> Fraction:
    if not own.quality:
        return _NONE
    if not own.price:
        return _MOST
    least = min(offer.price / offer.quality for offer in offers if offer.quality)
    return _MOST * least / (own.price / own.quality)
