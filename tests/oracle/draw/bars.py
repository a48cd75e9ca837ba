"""What bars a bid: minimums of criteria, least qualities, vetoes and shortlists."""

from collections.abc import Callable
from fractions import Fraction

from tests.oracle.draw.dice import Dice, Document
from tests.oracle.exact import exact
from tests.oracle.worth import Offer

Taken = dict[str, Offer]


def bars(dice: Dice, case: Document, taken: Taken) -> None:
    """Add bars that mostly spare the bids ``taken`` by lot."""
    for family in _FAMILIES:
        if dice.chance(0.25):
            family(dice, case, taken)


def _criterion_minimums(dice: Dice, case: Document, taken: Taken) -> None:
    ids = {offer.id for offer in taken.values()}
    for criterion in dice.some(case["criteria"], 0.7):
        scores = [
            exact(bid["scores"][criterion["id"]])
            for bid in case["bids"]
            if criterion["id"] in bid["scores"] and bid["id"] in ids
        ]
        if scores:
            criterion["minimum"] = dice.number(_spare(dice, min(scores)))


def _lot_qualities(dice: Dice, case: Document, taken: Taken) -> None:
    for lot in dice.some(case.get("lots", ()), 0.6):
        lot["min_quality"] = dice.number(_spare(dice, taken[lot["id"]].quality))


def _service_qualities(dice: Dice, case: Document, taken: Taken) -> None:
    for service in dice.some(case["services"], 0.7):
        qualities = [offer.quality for offer in taken.values() if offer.lot.service == service["id"]]
        service["min_quality"] = dice.number(_spare(dice, min(qualities)))


def _vetoes(dice: Dice, case: Document, taken: Taken) -> None:
    for buyer in dice.some(case["buyers"], 0.7):
        mine = _bidders_of(buyer, taken)
        others = [row["id"] for row in case["bidders"] if row["id"] not in mine or dice.chance(0.03)]
        buyer["vetoes"] = dice.some(others, 0.5)


def _shortlists(dice: Dice, case: Document, taken: Taken) -> None:
    for buyer in dice.some(case["buyers"], 0.7):
        mine = _bidders_of(buyer, taken)
        buyer["shortlist"] = [row["id"] for row in case["bidders"] if dice.chance(0.97 if row["id"] in mine else 0.4)]


def _bidders_of(buyer: Document, taken: Taken) -> set[str]:
    return {offer.bidder.id for offer in taken.values() if offer.lot.buyer == buyer["id"]}


def _spare(dice: Dice, least: Fraction) -> Fraction:
    """A minimum that ``least`` meets, mostly exactly."""
    return min(Fraction(100), max(Fraction(0), least + dice.choice((0, 0, 0, 0, 0, -5, -5, -5, 5))))


_FAMILIES: tuple[Callable[[Dice, Document, Taken], None], ...] = (
    _criterion_minimums,
    _lot_qualities,
    _service_qualities,
    _vetoes,
    _shortlists,
)
