"""When the NHS ceases to host a bidder."""

from tests.oracle.draw.dice import Dice, Document

_OUTSIDE = ("private", "voluntary", "local_authority")


def hosting(dice: Dice, case: Document) -> Document:
    """The end of a hosting, mostly within the horizon."""
    year, months = int(case["horizon"]["start"][:4]), 12 * case["horizon"]["years"]
    month = dice.choice((0, 6, 12, dice.randrange(-2, months + 6))) + 3
    row: Document = {"until": f"{year + month // 12}-{month % 12 + 1:02d}-01", "becomes": dice.choice(_OUTSIDE)}
    if dice.chance(0.8):
        row["transfer"] = dice.number(dice.choice((0, "0.5", "0.8", "0.95")))
    return row
