"""What makes bids cost more in some years than in others: starts, terms, VAT, one-offs."""

from collections.abc import Callable
from fractions import Fraction

from tests.oracle.draw.dice import Dice, Document
from tests.oracle.draw.hosting import hosting
from tests.oracle.exact import exact
from tests.oracle.reading import read

_KINDS = ("nhs_csu", "in_house", "private", "voluntary", "local_authority", "partnership")
_TERMS = (1, "1.5", 2, "0.75", "1.333333", 3, "0.25")


def whole_life(dice: Dice, case: Document) -> None:
    """Add some of these families, each at random, to bids and services that are there."""
    for family in dice.sample(_FAMILIES, dice.choice((1, 2, 2, 3, 4))):
        family(dice, case)


def _starts(dice: Dice, case: Document) -> None:
    """Bids that start later, for lots that say what they cost until then."""
    year, years = int(case["horizon"]["start"][:4]), case["horizon"]["years"]
    lots = {lot["id"]: lot for lot in case.get("lots", ())}
    for lot in lots.values():
        if dice.chance(0.8):
            lot["present_cost"] = dice.money(dice.choice((0, 12_000_000, 15_000_001, 20_000_000)))
    for bid in dice.some(case["bids"], 0.5):
        if all("present_cost" in lots.get(lot, ()) for lot in bid["lots"]):
            month = dice.randrange(0, min(12 * years, 20))
            bid["start"] = f"{year + (month + 3) // 12}-{(month + 3) % 12 + 1:02d}-01"


def _terms(dice: Dice, case: Document) -> None:
    """Terms, extensions and what it costs to procure again."""
    bidders = read(case).bidders
    if dice.chance(0.6):
        case["horizon"]["extended"] = dice.chance(0.8)
    for bid in dice.some(case["bids"], 0.7):
        bid["term_years"] = dice.number(dice.choice(_TERMS))
        if dice.chance(0.5):
            bid["extension_years"] = dice.number(dice.choice((1, "0.5", 2, "0.083333")))
            if dice.chance(0.6):
                bid["extension_price"] = _near(dice, bid)
        if dice.chance(0.3):
            agreed = exact(bid["term_years"]) <= Fraction(3, 2) and bidders[bid["bidder"]].nhs
            bid["form"] = "agreement" if agreed else "contract"
    for service in dice.some(case["services"], 0.7):
        service["reprocurement_cost"] = dice.money(dice.choice((500_000, 2_000_001, 4_000_000)))
        if dice.chance(0.6):
            service["successor_years"] = dice.number(dice.choice(("0.4", 1, "0.5", 3)))


def _prices(dice: Dice, case: Document) -> None:
    """Prices that rise, or are stated by year."""
    year, years = int(case["horizon"]["start"][:4]), case["horizon"]["years"]
    names = [f"{at}-{(at + 1) % 100:02d}" for at in range(year, year + years)]
    rise = dice.choice(("0.03", "0.1", "-0.05", "0.012345"))
    for bid in dice.some(case["bids"], 0.7):
        if dice.chance(0.6):
            bid["indexation"] = dice.number(rise)
        stated = dice.some(names, 0.5) if dice.chance(0.6) else []
        if stated:
            bid["prices"] = {name: _near(dice, bid) for name in stated}


def _vat(dice: Dice, case: Document) -> None:
    """Rates by kind, which bidders may change within a year, and services of which some is got back."""
    case["vat"] = {kind: dice.number(dice.choice(("0.2", "0.2", "0.175", 0))) for kind in dice.some(_KINDS, 0.6)}
    for bidder in dice.some(case["bidders"], dice.choice((0.0, 0.4))):
        bidder["hosting"] = hosting(dice, case)
    for service in dice.some(case["services"], 0.5):
        service["vat_recoverable"] = dice.number(dice.choice((1, "0.5", "0.333333")))


def _transition(dice: Dice, case: Document) -> None:
    """One-offs at the start of bids."""
    for bid in dice.some(case["bids"], 0.6):
        bid["transition"] = dice.money(dice.choice((0, 1_000_000, 2_500_001, 5_000_000)))


def _near(dice: Dice, bid: Document) -> int | float | str:
    """A price near that of the bid, on its basis."""
    price = exact(bid["price"]) * exact(dice.choice(("0.9", "0.95", 1, "1.05", "1.25")))
    return dice.number(price // Fraction(1, 10**6) * Fraction(1, 10**6))


_FAMILIES: tuple[Callable[[Dice, Document], None], ...] = (_starts, _starts, _terms, _prices, _vat, _transition)
