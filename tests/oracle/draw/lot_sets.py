"""Sets of lots that hold a lot."""

from tests.oracle.draw.dice import Dice, Document
from tests.oracle.reading import Document as Row
from tests.oracle.reading import lot_rows


def lot_set(dice: Dice, case: Document) -> Document:
    """Some lots: all, or those of some services, buyers, areas and regions."""
    lots = lot_rows(case)
    one = dice.choice(lots)
    found: Document = {}
    if dice.chance(0.4):
        found["services"] = _with(dice, one["service"], [row["id"] for row in case["services"]])
    if dice.chance(0.4):
        found |= _places(dice, case, one)
    return found


def _places(dice: Dice, case: Document, lot: Row) -> Document:
    """Of buyers, areas and regions some, such that the lot is in one."""
    buyer = next(row for row in case["buyers"] if row["id"] == lot["buyer"])
    found: Document = {}
    for name, field in (("buyers", "id"), ("areas", "area"), ("regions", "region")):
        there = sorted({row[field] for row in case["buyers"] if field in row})
        if field in buyer and dice.chance(0.4):
            found[name] = _with(dice, buyer[field], there)
        elif found and there and dice.chance(0.2):
            found[name] = [dice.choice(there)]
    return found


def _with(dice: Dice, one: str, every: list[str]) -> list[str]:
    return [name for name in every if name == one or dice.chance(0.3)]
