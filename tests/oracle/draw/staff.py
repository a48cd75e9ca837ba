"""Incumbents, staff groups and the terms on which staff move."""

from tests.oracle.draw.dice import Dice, Document
from tests.oracle.reading import lot_rows

_KINDS = ("nhs_csu", "in_house", "private", "voluntary", "local_authority", "partnership")
_SHARES: tuple[tuple[int | str, ...], ...] = ((1,), ("0.5", "0.5"), ("0.25", "0.75"), ("0.4", "0.6"), ("0.3", "0.3"))


def staff(dice: Dice, case: Document) -> None:
    """Add incumbents to listed lots, ``staff_groups`` and ``transfer_terms``, each at random."""
    if "lots" in case and dice.chance(0.5):
        for lot in dice.some(case["lots"], 0.7):
            lot["incumbent"] = dice.choice(case["bidders"])["id"]
    if dice.chance(0.6):
        case["staff_groups"] = [_group(dice, case, number) for number in range(dice.randint(1, 4))]
    if dice.chance(0.4):
        case["transfer_terms"] = {
            kind: {
                "transfer": dice.number(dice.choice((0, "0.3", "0.5", "0.9", 1))),
                "buyer_share": dice.number(dice.choice((0, "0.25", "0.5", 1))),
            }
            for kind in dice.some(_KINDS, 0.6)
        }


def _group(dice: Dice, case: Document, number: int) -> Document:
    lots = [lot["id"] for lot in lot_rows(case)]
    shares = dice.choice([shares for shares in _SHARES if len(shares) <= len(lots)])
    parts: list[Document] = [
        {"lot": lot} if share == 1 and dice.chance(0.5) else {"lot": lot, "share": dice.number(share)}
        for lot, share in zip(dice.sample(lots, len(shares)), shares, strict=True)
    ]
    row: Document = {
        "id": f"g{number}",
        "lots": parts,
        "headcount": dice.number(dice.choice((1, 2, 4, 5, "2.5"))),
        "salary": dice.money(dice.choice((1_800_000, 2_250_050, 3_000_000, 4_567_891, 9_500_000))),
        "service_years": dice.number(dice.choice(("1.9", 2, "3.5", "12.9", 24, 31))),
    }
    if dice.chance(0.5):
        row["wte_per_head"] = dice.number(dice.choice(("0.5", "0.8", 1)))
    if dice.chance(0.4):
        row["continuous_weeks"] = dice.choice((60, 103, 104, 800))
    return row
