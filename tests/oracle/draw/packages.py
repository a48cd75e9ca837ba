"""Packages: bids for several lots, at prices near those of bids for each of them."""

import math
from collections.abc import Sequence
from fractions import Fraction

from tests.oracle.covers import count
from tests.oracle.draw.bids import applicable, eligible
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.exact import exact
from tests.oracle.reading import Document as Row
from tests.oracle.reading import lot_rows

MOST_AWARDS = 4096
_FACTORS = (1, 1, 1, "0.95", "0.9", "0.8", "0.75", "1.1")
_EXTRA_PENCE = (0, 1, -1, "0.5")
_HEAD_PRICES = (1, "1.25", "0.833333", "0.5")


def packages(dice: Dice, case: Document, plan: dict[str, str]) -> dict[str, str]:
    """Add packages to the bids; return the plan, in which one of them may stand in place of its bidder's other bids."""
    lots = lot_rows(case)
    if len(lots) < 2 or not dice.chance(0.65):
        return plan
    writer = _Writer(dice, case, lots)
    if dice.chance(0.6):
        plan = _planned(dice, case, plan, writer)
    for _ in range(dice.randint(1, 5)):
        mine = _related(dice, lots)
        bidders = [row for row in eligible(case, mine[0]) if all(row in eligible(case, lot) for lot in mine)]
        writer.add(dice.choice(bidders), [lot["id"] for lot in mine])
    dice.shuffle(case["bids"])
    return plan


def covering(case: Row) -> int:
    """How many choices of bids cover each lot of the case once, barred ones too."""
    lots = lot_rows(case)
    fallbacks = {f"in-house:{lot['id']}": [lot["id"]] for lot in lots if not lot.get("required", True)}
    return count([lot["id"] for lot in lots], fallbacks | {bid["id"]: bid["lots"] for bid in case["bids"]})


def _related(dice: Dice, lots: Sequence[Row]) -> list[Row]:
    """Two or more lots: of one buyer, of one service, or any."""
    one = dice.choice(lots)
    alike = dice.choice(("buyer", "buyer", "service", "service", "any"))
    others = [lot for lot in lots if lot is not one and (alike == "any" or lot[alike] == one[alike])]
    if not others:
        others = [lot for lot in lots if lot is not one]
    return [one, *dice.sample(others, min(len(others), dice.choice((1, 1, 2, 2, 2, 3))))]


def _planned(dice: Dice, case: Document, plan: dict[str, str], writer: "_Writer") -> dict[str, str]:
    bidder_of = {bid["id"]: bid["bidder"] for bid in case["bids"]}
    won: dict[str, list[str]] = {}
    for lot, bid in plan.items():
        if bid in bidder_of:
            won.setdefault(bidder_of[bid], []).append(lot)
    several = [bidder for bidder, lots in won.items() if len(lots) > 1]
    if not several:
        return plan
    bidder = dice.choice(several)
    lots = dice.sample(won[bidder], dice.randint(2, len(won[bidder])))
    name = writer.add(bidder, lots)
    if name is None:
        return plan
    if dice.chance(0.4):
        replaced = {plan[lot] for lot in lots}
        case["bids"] = [bid for bid in case["bids"] if bid["id"] not in replaced]
    return plan | dict.fromkeys(lots, name)


class _Writer:
    """Writes packages, as long as there are few enough awards to look at."""

    def __init__(self, dice: Dice, case: Document, lots: Sequence[Row]) -> None:
        self._dice = dice
        self._case = case
        self._lots = {lot["id"]: lot for lot in lots}
        self._people = {row["id"]: row["population"] for row in case["buyers"]}
        self._per_head = dice.choice((0.0, 0.0, 0.4, 0.8))
        self._odd = dice.chance(0.3)
        self._count = 0

    def add(self, bidder: str, lots: list[str]) -> str | None:
        """Add a package; return its id, or None where there would be too many awards."""
        dice, case = self._dice, self._case
        services = {self._lots[lot]["service"] for lot in lots}
        row: Document = {"id": f"pack {self._count}", "bidder": bidder, "lots": lots}
        row |= self._price(bidder, lots)
        # Scored as its bidder's other bids are it often ties with them.
        alike = [bid for bid in case["bids"] if bid["bidder"] == bidder and set(bid["lots"]) <= set(lots)]
        scored = alike[0]["scores"] if alike and dice.chance(0.5) else {}
        row["scores"] = {
            name: scored.get(name, dice.number(dice.choice((30, 50, 60, 70, 80, 90))))
            for name in applicable(case, services)
        }
        if dice.chance(0.15):
            row["transfer"] = dice.number(dice.choice((0, "0.25", "0.5", 1)))
        case["bids"].append(row)
        if covering(case) > MOST_AWARDS:
            case["bids"].pop()
            return None
        self._count += 1
        return str(row["id"])

    def _price(self, bidder: str, lots: list[str]) -> Document:
        dice = self._dice
        if dice.chance(self._per_head):
            price = exact(dice.choice(_HEAD_PRICES)) * len(lots)
            return {"price_basis": "head", "price": dice.number(price)}
        asked = sum((self._single(bidder, lot) for lot in lots), Fraction(0)) * exact(dice.choice(_FACTORS))
        # Not in every case, or packages would seldom tie with other bids.
        pence = math.floor(asked * 100) + exact(dice.choice(_EXTRA_PENCE) if self._odd else 0)
        return {"price": dice.number(max(Fraction(0), pence / 100))}

    def _single(self, bidder: str, lot: str) -> Fraction:
        """What some bid for the lot alone asks a year, mostly one of the bidder's own."""
        bids = [bid for bid in self._case["bids"] if bid["lots"] == [lot]]
        if not bids:
            return Fraction(150_000)
        own = [bid for bid in bids if bid["bidder"] == bidder]
        bid = self._dice.choice(own if own and self._dice.chance(0.8) else bids)
        a_head = bid.get("price_basis") == "head"
        return exact(bid["price"]) * (self._people[self._lots[lot]["buyer"]] if a_head else 1)
