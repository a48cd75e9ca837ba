"""The bids for the towns, and what each is worth by hand on each of its lots: cost = list price x 1.8."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from models import StaffOutcome

# Lot: buyer, service, volume, weight in Q in units of 100,000 people (they add up to 36).
LOTS: dict[str, tuple[str, str, str, int]] = {
    "hr-a": ("a", "hr", "100000", 1),
    "hr-b": ("b", "hr", "200000", 2),
    "hr-c": ("c", "hr", "300000", 3),
    "hr-d": ("d", "hr", "400000", 4),
    "bi-a": ("a", "bi", "100000", 1),
    "bi-c": ("c", "bi", "300000", 3),
    "bi-d": ("d", "bi", "400000", 4),
    "it-a": ("a", "it", "50", 1),
    "it-c": ("c", "it", "30", 3),
    "pr-d": ("d", "pr", "400000", 4),
    "pr-n": ("n", "pr", "1000000", 10),
}

# Staff work on hr-c alone: 4 heads at £30,450.00, £121,800 in all; it is the charity's today.
#   alliance  a quarter is the CSU's, of which a fifth is displaced; half is the charity's, whose staff stay; half of the
#             rest is displaced: 0.25 x 0.2 + 0.25 x 0.5 = 0.175; buyers pay 0.05 x 0.5 + 0.125 x 0.9 = 0.1375 of it all
#   csu       a fifth is displaced, of which buyers pay half
#   firm      all are displaced, and buyers pay
STAFF = {
    "alliance": ("21315.00", "16747.50", "1"),
    "csu": ("24360.00", "12180.00", "1"),
    "firm": ("121800.00", "121800.00", "1"),
}


def _outcome(staying: str, transferred: str, redundant: str, retained: str) -> StaffOutcome:
    return StaffOutcome(
        total=Decimal(4),
        staying=Decimal(staying),
        transferred=Decimal(transferred),
        redeployed=Decimal(0),
        redundant=Decimal(redundant),
        redundant_later=Decimal(0),
        talent_retained=Decimal(retained),
    )


STAFF_OF = {
    "alliance": _outcome("2", "1.3", "0.7", "0.825"),
    "csu": _outcome("0", "3.2", "0.8", "0.8"),
    "firm": _outcome("0", "0", "4", "0"),
}


@dataclass(frozen=True)
class Offer:
    """A bid as the case states it, and its cost on each of its lots."""

    id: str
    price: str
    fit: int
    costs: Mapping[str, str]
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def bidder(self) -> str:
        return "own-d" if self.id.startswith("own-d-") else self.id.split("-")[0]


OFFERS = [
    # Shared by volume, 1 to 2. List price: 33,333.33 2/3 and 66,666.67 1/3, the odd penny to the first. Cost,
    # 180,000.018: 60,000.00 2/3 and 120,000.01 1/3, again to the first.
    Offer("firm-west", "100000.01", 70, {"hr-a": "60000.01", "hr-b": "120000.01"}),
    Offer("firm-west-poor", "100000.01", 30, {"hr-a": "60000.01", "hr-b": "120000.01"}),
    # List price: 33,333.34 and 66,666.68. Cost, 180,000.036: 60,000.01 1/3 and 120,000.02 2/3, the penny to the second.
    Offer("lone-west", "100000.02", 70, {"hr-a": "60000.01", "hr-b": "120000.03"}),
    Offer("alliance-hr-a", "30000", 70, {"hr-a": "54000.00"}),
    Offer("lone-hr-b", "60000", 70, {"hr-b": "108000.00"}),
    Offer("alliance-hr-c", "80000", 80, {"hr-c": "144000.00"}),
    Offer("csu-hr-c", "85000", 80, {"hr-c": "153000.00"}),
    Offer("firm-hr-c", "50000", 80, {"hr-c": "90000.00"}),
    Offer("own-d-hr-d", "90000", 60, {"hr-d": "162000.00"}),
    Offer("csu-bi-a", "20000", 75, {"bi-a": "36000.00"}),
    Offer("firm-bi-a", "21000", 65, {"bi-a": "37800.00"}),
    Offer("csu-bi-c", "60000", 75, {"bi-c": "108000.00"}),
    Offer("firm-bi-c", "61000", 65, {"bi-c": "109800.00"}),
    Offer("firm-bi-d", "70000", 65, {"bi-d": "126000.00"}, {"exclusive_group": "either"}),
    Offer("csu-bi-d", "75000", 75, {"bi-d": "135000.00"}),
    Offer("own-d-bi-d", "76000", 60, {"bi-d": "136800.00"}),
    Offer("alliance-it-a", "5000", 70, {"it-a": "9000.00"}),
    Offer("firm-it-a", "4000", 70, {"it-a": "7200.00"}, {"exclusive_group": "either"}),
    Offer("firm-it-a-too", "4500", 70, {"it-a": "8100.00"}),
    Offer("charity-it-a", "3000", 70, {"it-a": "5400.00"}),
    Offer("club-it-a", "3500", 70, {"it-a": "6300.00"}),
    # Desks and people: shared by people, 3 to 10. Cost, 1,800: 415.38 6/13 and 1,384.61 7/13, the penny to the second.
    Offer("csu-mix", "1000", 72, {"it-c": "415.38", "pr-n": "1384.62"}),
    Offer("csu-mix-low", "1000", 45, {"it-c": "415.38", "pr-n": "1384.62"}),
    Offer("lone-it-c", "1000", 70, {"it-c": "1800.00"}),
    Offer("firm-pr-n", "900", 70, {"pr-n": "1620.00"}),
    Offer("lone-pr-n", "800", 70, {"pr-n": "1440.00"}),
    Offer("own-d-pr-d", "8000", 66, {"pr-d": "14400.00"}),
    Offer("alliance-pr-d", "9000", 66, {"pr-d": "16200.00"}),
    Offer("lone-pr-d", "7000", 66, {"pr-d": "12600.00"}),
]
OFFER = {offer.id: offer for offer in OFFERS}
