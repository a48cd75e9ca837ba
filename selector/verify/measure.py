"""What a rule of the board measures, of the lots that count."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import Lot, Metric, Rule
from selector.verify.exact import Number
from selector.verify.least_price import least_prices
from selector.verify.tender import Tender
from selector.verify.won import Won

UNITS: dict[Metric, str] = {
    "lots": "lots",
    "buyers": "buyers",
    "population": "people",
    "spend": "£",
    "share_of_spend": "fraction",
    "share_of_population": "fraction",
    "winners": "providers",
    "mean_quality": "points",
    "liability": "£",
    "moves": "lots",
}
"""The unit of a limit."""


@dataclass(frozen=True)
class Measure:
    """A value as a quotient, since a rule holds its limit against what it is made of."""

    numerator: Fraction
    denominator: Fraction = Fraction(1)
    scale: Fraction = Fraction(1)
    """What a violation is told as a part of: it does not depend on the award."""

    @property
    def value(self) -> Fraction:
        """The quotient; 0 where nothing is to be divided by."""
        return self.numerator / self.denominator if self.denominator else Fraction(0)


def measure(tender: Tender, rule: Rule, counted: Collection[Won], whole: Sequence[Won]) -> Measure:
    """The figure of one row: over the lots ``counted``, of which ``whole`` are all that anybody might win."""
    match rule.metric:
        case "lots":
            return Measure(Fraction(len(counted)))
        case "buyers":
            return Measure(Fraction(len({won.lot.buyer for won in counted})))
        case "population":
            return Measure(_people(tender, counted))
        case "spend":
            return Measure(_spend(counted))
        case "share_of_spend":
            least = sum((least_prices(tender)[won.lot.id] for won in whole), Decimal(0)) if rule.is_soft else Decimal(1)
            return Measure(_spend(counted), _spend(whole), Fraction(least) or Fraction(1))
        case "share_of_population":
            people = _people(tender, whole)
            return Measure(_people(tender, counted), people, people or Fraction(1))
        case "winners":
            return Measure(Fraction(len({won.bidder.id for won in counted})))
        case "mean_quality":
            weight = tender.weight
            points = _sum(weight(won.lot) * Fraction(won.worth.quality) for won in counted)
            return Measure(points, _sum(weight(won.lot) for won in counted), _sum(weight(won.lot) for won in whole))
        case "liability":
            return Measure(_sum(won.worth.liability for won in counted))
        case "moves":
            return Measure(Fraction(sum(_moves(won.lot, won.bidder.id) for won in counted)))


def _sum(figures: Iterable[Number]) -> Fraction:
    return sum((Fraction(figure) for figure in figures), Fraction(0))


def _people(tender: Tender, won: Iterable[Won]) -> Fraction:
    """The people of the buyers, each once; those of national boards are the people of others."""
    buyers = (tender.buyers[name] for name in {one.lot.buyer for one in won})
    return _sum(buyer.population for buyer in buyers if buyer.kind != "national_board")


def _spend(won: Iterable[Won]) -> Fraction:
    return _sum(one.worth.list_price for one in won)


def _moves(lot: Lot, bidder: str) -> bool:
    return lot.incumbent is not None and lot.incumbent != bidder
