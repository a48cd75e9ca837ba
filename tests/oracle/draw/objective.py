"""What the board holds best."""

from tests.oracle.draw.dice import Dice, Document

_TOLERANCES: dict[str, tuple[int | str, ...]] = {
    "cost": (0, "0.01", 50_000, 150_000),
    "liability": (0, "0.01", 20_000, 100_000),
    "quality": (0, "0.001", 5, 20),
    "disruption": (0, 1, 2),
}


def objective(dice: Dice, case: Document) -> None:
    """Add ``objective``, or leave it out: then it is money-valued with its usual weights."""
    if dice.chance(0.15):
        return
    row: Document = _money_valued(dice) if dice.chance(0.6) else _lexicographic(dice)
    if dice.chance(0.5):
        row["disruption"] = dice.choice(("lots", "staff"))
    case["objective"] = row


def _money_valued(dice: Dice) -> Document:
    row: Document = {"mode": "money_valued"}
    if dice.chance(0.6):
        row["liability_weight"] = dice.number(dice.choice((0, "0.5", "1.333333", 2)))
    if dice.chance(0.5):
        row["disruption_value"] = dice.money(dice.choice((0, 1_000_000, 2_000_000, 3_333_333)))
    if dice.chance(0.5):
        row["quality_value"] = dice.money(dice.choice((0, 500_000, 1_234_567, 5_000_000)))
    return row


def _lexicographic(dice: Dice) -> Document:
    names = dice.sample(list(_TOLERANCES), dice.randint(1, 4))
    levels: list[Document] = [{"objective": name} for name in names]
    for level in dice.some(levels, 0.75):
        level["tolerance"] = dice.number(dice.choice(_TOLERANCES[level["objective"]]))
    return {"mode": "lexicographic", "levels": levels}
