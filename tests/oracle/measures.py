"""What a rule of the board measures: the table of metrics of the specification."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tests.oracle.exact import PENNY
from tests.oracle.tables import Case
from tests.oracle.worth import Offer, worths


@dataclass(frozen=True)
class Measure:
    """A value as numerator / denominator, and the ``scale`` (the D of the specification) of its violations."""

    numerator: Fraction
    denominator: Fraction
    scale: Fraction


def measure(case: Case, metric: str, taken: Sequence[Offer], mine: Sequence[Offer]) -> Measure:
    """The metric of the offers ``mine``, those that count, of ``taken``, those for all lots of the row."""
    one = Fraction(1)
    if metric == "share_of_spend":
        least = sum((_least_price(case)[offer.lot.id] for offer in taken), Fraction(0))
        return Measure(_spend(mine), _spend(taken), least or one)
    if metric == "share_of_population":
        people = Fraction(_people(case, taken))
        return Measure(Fraction(_people(case, mine)), people, people or one)
    if metric == "mean_quality":
        weights = [sum((offer.lot.weight for offer in offers), Fraction(0)) for offers in (mine, taken)]
        # A row whose set has no lots is kept whatever is divided by what.
        return Measure(sum((offer.weighted_quality for offer in mine), Fraction(0)), weights[0], weights[1] or one)
    return Measure(_plain(case, metric, mine), one, one)


def _plain(case: Case, metric: str, mine: Sequence[Offer]) -> Fraction:
    if metric == "spend":
        return _spend(mine)
    if metric == "liability":
        return sum((offer.liability * PENNY for offer in mine), Fraction(0))
    if metric == "population":
        return Fraction(_people(case, mine))
    counted = {
        "lots": len(mine),
        "buyers": len({offer.lot.buyer for offer in mine}),
        "winners": len({offer.bidder.id for offer in mine}),
        "moves": sum(offer.lot.incumbent not in (None, offer.bidder.id) for offer in mine),
    }
    return Fraction(counted[metric])


def _spend(offers: Iterable[Offer]) -> Fraction:
    return sum((offer.list_price * PENNY for offer in offers), Fraction(0))


def _people(case: Case, offers: Iterable[Offer]) -> int:
    """Of the buyers of these lots, each once; the people of a national board are the others'."""
    buyers = [case.buyers[name] for name in {offer.lot.buyer for offer in offers}]
    return sum(buyer.people for buyer in buyers if buyer.counted)


@lru_cache(maxsize=8)
def _least_price(case: Case) -> dict[str, Fraction]:
    """The least list price, in pounds, of all bids for each lot, barred ones too."""
    offers = [offer for bid in worths(case).values() for offer in bid.offers]
    return {lot: min(offer.list_price * PENNY for offer in offers if offer.lot.id == lot) for lot in case.lots}
