"""What each bid scores on each of its lots, by price and quality."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache

from tests.oracle.board import Ratio
from tests.oracle.exact import PENNY, THOUSANDTH, half_up
from tests.oracle.tables import Case, Lot
from tests.oracle.worth import Offer, worths


def mean_score(case: Case, offers: Sequence[Offer]) -> Fraction:
    """What the accepted bids score in the mean, weighted as quality is."""
    scores = price_scores(case)
    weighted = sum((offer.lot.weight * scores[offer.id, offer.lot.id] for offer in offers), Fraction(0))
    return weighted / sum(offer.lot.weight for offer in offers)


@lru_cache(maxsize=8)
def price_scores(case: Case) -> dict[tuple[str, str], Fraction]:
    """The score of each bid that is not barred on each of its lots, by the ids of both."""
    ratio = case.objective.ratio
    assert ratio is not None
    offers = [offer for bid in worths(case).values() if not bid.bars for offer in bid.offers]
    found: dict[tuple[str, str], Fraction] = {}
    for lot in case.lots.values():
        here = [offer for offer in offers if offer.lot.id == lot.id]
        prices = [_evaluated(ratio, offer) for offer in here]
        qualities = [offer.quality for offer in here]
        scores = _WHOLE.get(ratio.formula, _weighed)(ratio, lot, prices, qualities)
        for offer, score in zip(here, scores, strict=True):
            found[offer.id, lot.id] = half_up(score, THOUSANDTH)
    return found


def _evaluated(ratio: Ratio, offer: Offer) -> Fraction:
    pence = {
        "list": offer.list_price,
        "cost": offer.cost,
        "cost_and_liability": offer.cost + offer.liability,
    }[ratio.price]
    return pence * PENNY


Numbers = Sequence[Fraction]


def _weighed(ratio: Ratio, lot: Lot, prices: Numbers, qualities: Numbers) -> list[Fraction]:
    """The formulas that score the price alone, with quality beside it."""
    weights = ratio.price_weight + ratio.quality_weight
    return [
        (ratio.price_weight * _PRICE[ratio.formula](lot, price, prices) + ratio.quality_weight * quality) / weights
        for price, quality in zip(prices, qualities, strict=True)
    ]


def _lowest_over_price(_lot: Lot, price: Fraction, prices: Numbers) -> Fraction:
    return 100 * min(prices) / price if price else Fraction(100)


def _lowest_to_highest(_lot: Lot, price: Fraction, prices: Numbers) -> Fraction:
    least, most = min(prices), max(prices)
    return Fraction(100) if least == most else 100 * (most - price) / (most - least)


def _to_the_mean(_lot: Lot, price: Fraction, prices: Numbers) -> Fraction:
    mean = sum(prices, Fraction(0)) / len(prices)
    return min(Fraction(100), max(Fraction(0), 50 + 100 * (mean - price) / mean)) if mean else Fraction(50)


def _to_a_benchmark(lot: Lot, price: Fraction, _prices: Numbers) -> Fraction:
    assert lot.benchmark is not None, "a valid case states a benchmark where prices are held against one"
    return max(Fraction(0), 100 * (lot.benchmark - price) / lot.benchmark)


def _price_per_point(_ratio: Ratio, _lot: Lot, prices: Numbers, qualities: Numbers) -> list[Fraction]:
    rates = [price / quality if quality else None for price, quality in zip(prices, qualities, strict=True)]
    least = min((rate for rate in rates if rate is not None), default=Fraction(0))
    return [Fraction(0) if rate is None else 100 * least / rate if rate else Fraction(100) for rate in rates]


def _money_valued(ratio: Ratio, lot: Lot, prices: Numbers, qualities: Numbers) -> list[Fraction]:
    assert ratio.quality_value is not None, "a valid case states what a point is worth"
    point, least = ratio.quality_value * lot.people, min(prices, default=Fraction(0))
    return [quality - (price - least) / point for price, quality in zip(prices, qualities, strict=True)]


_PRICE: dict[str, Callable[[Lot, Fraction, Numbers], Fraction]] = {
    "lowest_over_price": _lowest_over_price,
    "lowest_to_highest": _lowest_to_highest,
    "to_the_mean": _to_the_mean,
    "to_a_benchmark": _to_a_benchmark,
}

_WHOLE: dict[str, Callable[[Ratio, Lot, Numbers, Numbers], list[Fraction]]] = {
    "price_per_quality_point": _price_per_point,
    "money_valued_quality": _money_valued,
}
