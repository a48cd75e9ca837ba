"""Criteria and bids, around a plan that the shapes allow."""

import math
from collections.abc import Collection, Sequence

from tests.oracle.draw.dice import Dice, Document
from tests.oracle.reading import Document as Row
from tests.oracle.reading import lot_rows

_MOST_AWARDS = (32, 128, 256, 512, 1024, 4096)
_SCORES = (20, 30, 40, 50, 60, 70, 80, 90)
_YEAR_PRICES = (100_000, 120_000, 150_000, 200_000)
_ODD_YEAR_PRICES = ("99999.995", "120000.004999", "150000.01", "200000.125")
_HEAD_PRICES = (1, "1.25", "0.833333", "0.5", "1.000005")


def bids(dice: Dice, case: Document) -> dict[str, str]:
    """Add ``criteria`` and ``bids``; return a plan: by lot the id of a bid, of which the shapes are kept."""
    case["criteria"] = _criteria(dice, case)
    rows: list[Document] = []
    lots = lot_rows(case)
    writer = _Writer(dice, case)
    planned = _planned(dice, case, lots)
    plan: dict[str, str] = {}
    for lot in lots:
        if planned[lot["id"]] is None:
            plan[lot["id"]] = f"in-house:{lot['id']}"
        else:
            rows.append(writer.bid(planned[lot["id"]], lot))
            plan[lot["id"]] = rows[-1]["id"]
    counts = {lot["id"]: 1 + (not lot.get("required", True)) for lot in lots}
    for lot in lots:
        # A planned fallback counts itself alone.
        counts[lot["id"]] -= planned[lot["id"]] is None
    most = dice.choice(_MOST_AWARDS)
    for lot in dice.choices(lots, k=3 * len(lots)):
        grown = counts | {lot["id"]: counts[lot["id"]] + 1}
        if math.prod(grown.values()) <= most:
            counts = grown
            # Partnerships bid oftener, or what they draw on their partners would seldom matter.
            able = eligible(case, lot)
            rows.append(writer.bid("duo" if "duo" in able and dice.chance(0.3) else dice.choice(able), lot))
    dice.shuffle(rows)
    case["bids"] = rows
    return plan


def _criteria(dice: Dice, case: Document) -> list[Document]:
    criteria = []
    for name in ("care", "data", "cost control")[: dice.choice((0, 1, 2, 2, 3))]:
        row: Document = {"id": name, "name": name.capitalize()}
        if dice.chance(0.6):
            row["weight"] = dice.number(dice.choice((1, 2, 3, "0.5")))
        if dice.chance(0.3):
            row["services"] = dice.some([service["id"] for service in case["services"]], 0.6)
        criteria.append(row)
    return criteria


def applicable(case: Document, services: Collection[str]) -> list[str]:
    """The criteria that apply to any of the services."""
    return [row["id"] for row in case["criteria"] if not set(services).isdisjoint(row.get("services", services))]


def eligible(case: Document, lot: Row) -> list[str]:
    """Who may bid for the lot: bidders that only serve themselves do so at home only."""
    return [row["id"] for row in case["bidders"] if "home" not in row.get("tags", ()) or row["buyer"] == lot["buyer"]]


def _planned(dice: Dice, case: Document, lots: Sequence[Row]) -> dict[str, str | None]:
    """The bidder planned for each lot; None for the fallback."""
    planned: dict[str, str | None] = {}
    groups = {row["id"]: row.get("group") for row in case["bidders"]}
    for service in case["services"]:
        mine = [lot for lot in lots if lot["service"] == service["id"]]
        anywhere = [row for row in groups if all(row in eligible(case, lot) for lot in mine)]
        first, second = dice.sample(anywhere, 2)
        team = [first]
        shape = service.get("shape")
        if shape == "network" and groups[first] is not None:
            team = [row for row in anywhere if groups[row] == groups[first]]
        elif shape == "plural" or (shape is None and dice.chance(0.6)):
            team = [first, second]
        dice.shuffle(mine)
        for turn, lot in enumerate(mine):
            planned[lot["id"]] = team[turn % len(team)]
            if shape is None and dice.chance(0.3):
                planned[lot["id"]] = dice.choice(eligible(case, lot))
            if shape is None and not lot.get("required", True) and dice.chance(0.4):
                planned[lot["id"]] = None
    return planned


class _Writer:
    """Writes bids with prices from one grid, coarse or fine, so that ties are common in some cases and rare in others."""

    def __init__(self, dice: Dice, case: Document) -> None:
        self._dice = dice
        self._case = case
        self._prices = dice.choice((_YEAR_PRICES[:2], _YEAR_PRICES, _YEAR_PRICES + _ODD_YEAR_PRICES))
        self._per_head = dice.choice((0.0, 0.0, 0.3))
        self._own_transfer = dice.choice((0.0, 0.3))
        self._count = 0

    def bid(self, bidder: str | None, lot: Row) -> Document:
        """One bid, of a new id."""
        dice = self._dice
        self._count += 1
        row: Document = {"id": f"{dice.choice(('b', 'bid ', 'é'))}{self._count}", "bidder": bidder, "lots": [lot["id"]]}
        if dice.chance(self._per_head):
            row |= {"price_basis": "head", "price": dice.number(dice.choice(_HEAD_PRICES))}
        else:
            row["price"] = dice.number(0 if dice.chance(0.03) else dice.choice(self._prices))
        if dice.chance(0.2):
            row["term_years"] = dice.choice((1, 3, "1.5"))
        row["scores"] = {name: dice.number(dice.choice(_SCORES)) for name in applicable(self._case, {lot["service"]})}
        if dice.chance(self._own_transfer):
            row["transfer"] = dice.number(dice.choice((0, "0.25", "0.5", 1)))
        return row
