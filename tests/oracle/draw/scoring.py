"""Trees of criteria, and marks in place of scores."""

import math
from fractions import Fraction

from tests.oracle.criteria import leaves
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.exact import exact
from tests.oracle.reading import lot_rows, read

_SCALES = (5, 10, 4, "2.5", 7, 100)
_STEPS = (Fraction(1), Fraction(1, 2), Fraction(1, 100))


def tree(dice: Dice, case: Document) -> None:
    """Make some criteria parts of others; scores on what then no longer applies are left out."""
    criteria = case.get("criteria") or []
    if not criteria:
        return
    roots = list(criteria)
    for number in range(dice.choice((1, 1, 2))):
        parts = dice.sample(roots, dice.randint(1, len(roots)))
        whole: Document = {"id": f"whole {number}", "name": f"Whole {number}"}
        if dice.chance(0.6):
            whole["weight"] = dice.number(dice.choice((1, 2, 3, "0.5")))
        if dice.chance(0.3):
            whole["services"] = _shared(dice, case, parts)
        for part in parts:
            part["parent"] = whole["id"]
        roots = [row for row in roots if row not in parts] + [whole]
        criteria.insert(dice.randint(0, len(criteria)), whole)
    kept = {row["id"]: leaves(read(case).criteria, row["id"]) for row in case["services"]}
    services = {row["id"]: row["service"] for row in lot_rows(case)}
    for bid in case["bids"]:
        asked = set[str]().union(*(kept[services[lot]] for lot in bid["lots"]))
        bid["scores"] = {name: score for name, score in bid["scores"].items() if name in asked}


def least_of_wholes(dice: Dice, case: Document) -> None:
    """Add minimums of criteria with parts: what some bid scores on some criterion."""
    for row in dice.some([row for row in case["criteria"] if row["id"].startswith("whole")], 0.8):
        if case["bids"]:
            scores = [exact(score) for score in dice.choice(case["bids"])["scores"].values()]
            row["minimum"] = dice.number(dice.choice([*scores, Fraction(40)]))


def marks(dice: Dice, case: Document) -> None:
    """Have evaluators mark the bids on some criteria, in place of their scores."""
    names = ["Ada", "Bo", "Cy", "Di"][: dice.choice((1, 2, 2, 3, 3, 4))]
    case["evaluators"] = [{"id": name, "name": name} for name in names]
    if dice.chance(0.7):
        case["marking"] = {"by": dice.choice(("mean", "median", "median"))}
    wholes = {row.get("parent") for row in case["criteria"]}
    for criterion in dice.some([row for row in case["criteria"] if row["id"] not in wholes], 0.7):
        if dice.chance(0.8):
            criterion["out_of"] = dice.number(dice.choice(_SCALES))
        scale, step = exact(criterion.get("out_of", 100)), dice.choice(_STEPS)
        for bid in case["bids"]:
            if criterion["id"] in bid["scores"] and not dice.chance(0.1):
                _mark(dice, bid, criterion["id"], dice.some(names, 0.9) or names, scale, step)


def _mark(dice: Dice, bid: Document, criterion: str, names: list[str], scale: Fraction, step: Fraction) -> None:
    about = exact(bid["scores"].pop(criterion)) * scale / 100
    given = {name: _on(scale, step, about + scale * dice.choice((0, 0, 1, -1, 2)) / 10) for name in names}
    bid.setdefault("marks", {})[criterion] = {name: dice.number(mark) for name, mark in given.items()}
    if dice.chance(0.15):
        agreed = dice.number(_on(scale, step, about))
        bid.setdefault("moderated", {})[criterion] = {"mark": agreed, "reason": "agreed by all"}


def _on(scale: Fraction, step: Fraction, mark: Fraction) -> Fraction:
    return max(Fraction(0), min(scale, math.floor(mark / step) * step))


def _shared(dice: Dice, case: Document, parts: list[Document]) -> list[str]:
    """Services some of which each of the parts applies to, so far as it applies to any."""
    chosen = dice.some([row["id"] for row in case["services"]], 0.6)
    for part in parts:
        if part.get("services") and not set(chosen) & set(part["services"]):
            chosen.append(dice.choice(part["services"]))
    return chosen
