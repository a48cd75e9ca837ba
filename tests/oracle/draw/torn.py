"""Packages that leave no way to give each lot to exactly one bid."""

from tests.oracle.draw.dice import Dice, Document
from tests.oracle.reading import lot_rows


def torn(dice: Dice, case: Document) -> None:
    """Have two lots each bid for only together with a third, where there are three that must be awarded.

    Only a package for all three could still cover them.
    """
    required = [lot for lot in lot_rows(case) if lot.get("required", True)]
    if len(required) < 3:
        return
    one, other, both = dice.sample([lot["id"] for lot in required], 3)
    for bid in case["bids"]:
        if {one, other} & set(bid["lots"]) and both not in bid["lots"]:
            _extend(case, bid, both)
    # Pounds a unit could now take more off a bid than it asks for.
    case.pop("discounts", None)


def _extend(case: Document, bid: Document, lot: str) -> None:
    row = next(row for row in lot_rows(case) if row["id"] == lot)
    service = row["service"]
    bid["lots"].append(lot)
    if "present_cost" not in row:
        bid.pop("start", None)  # a lot that does not say what it costs today cannot wait
    for criterion in case["criteria"]:
        if service in criterion.get("services", (service,)):
            bid["scores"].setdefault(criterion["id"], 50)
