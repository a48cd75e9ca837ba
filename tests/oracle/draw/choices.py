"""What is decided by hand: picks and exclusions; and which bids are flagged."""

from tests.oracle.award import Award
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.draw.lot_sets import lot_set


def picks(dice: Dice, case: Document, award: Award) -> None:
    """Pick a bid or two of an award."""
    ids = list(dict.fromkeys(award.ids))
    for number, bid in enumerate(dice.sample(ids, min(len(ids), dice.choice((1, 1, 1, 2))))):
        case.setdefault("picks", []).append({"id": f"p{number}", "bid": bid, "reason": "as agreed"})


def exclusions(dice: Dice, case: Document, award: Award) -> None:
    """Leave out bids, or bidders for some lots: those that the award does not take, mostly."""
    taken = {row["bid"] for row in case.get("picks", ())} | ({*award.ids} if dice.chance(0.9) else set())
    winners = set(award.lots) if dice.chance(0.9) else set()
    for number in range(dice.choice((1, 1, 2))):
        row: Document = {"id": f"x{number}", "reason": "a conflict of interest"}
        bids = [bid["id"] for bid in case["bids"] if bid["id"] not in taken]
        bidders = [bidder["id"] for bidder in case["bidders"] if bidder["id"] not in winners]
        if bids and dice.chance(0.5):
            row["bid"] = dice.choice(bids)
        elif bidders:
            row["bidder"] = dice.choice(bidders)
            if dice.chance(0.7):
                row["lots"] = lot_set(dice, case)
        if len(row) > 2:
            case.setdefault("exclusions", []).append(row)


def low_prices(dice: Dice, case: Document) -> None:
    """Have bids flagged that are lower than others by a part that many are."""
    row: Document = {"min_bidders": dice.choice((1, 2, 2, 3))}
    if dice.chance(0.7):
        row["below_mean"] = dice.choice((None, dice.number("0.1"), dice.number("0.2"), dice.number("0.166666")))
    if dice.chance(0.7) or row.get("below_mean", 1) is None:
        row["below_next"] = dice.choice((dice.number("0.05"), dice.number("0.2"), dice.number("0.000001")))
    elif dice.chance(0.5):
        row["below_next"] = None
    case["abnormally_low"] = row
