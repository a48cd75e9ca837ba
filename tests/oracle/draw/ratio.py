"""Scores of price and quality as the objective."""

import math
from fractions import Fraction

from tests.oracle.draw.dice import Dice, Document
from tests.oracle.exact import MILLIONTH, PENNY
from tests.oracle.reading import read
from tests.oracle.worth import worths

FORMULAS = (
    "lowest_over_price",
    "lowest_to_highest",
    "to_the_mean",
    "to_a_benchmark",
    "price_per_quality_point",
    "money_valued_quality",
)
_WEIGHTS = ((60, 40), (1, 0), (0, 1), ("0.5", "0.25"), (1, 3))


def ratio(dice: Dice, case: Document) -> None:
    """Have price and quality scored, in place of any other objective."""
    formula = dice.choice(FORMULAS)
    row: Document = {"mode": "ratio", "formula": formula}
    if dice.chance(0.7):
        row["price"] = dice.choice(("list", "cost", "cost_and_liability"))
    if dice.chance(0.5):
        price, quality = dice.choice(_WEIGHTS)
        row |= {"price_weight": dice.number(price), "quality_weight": dice.number(quality)}
    if formula == "money_valued_quality":
        row["quality_value"] = dice.number(dice.choice(("0.005", "0.01", "0.03", "0.1", 1)))
    if dice.chance(0.6):
        row["tolerance"] = dice.number(dice.choice((0, "0.001", "0.5", 2, 5, 15)))
    if dice.chance(0.3):
        row["disruption"] = dice.choice(("lots", "staff"))
    case["objective"] = row
    if formula == "to_a_benchmark":
        _benchmarks(dice, case)


def _benchmarks(dice: Dice, case: Document) -> None:
    """Benchmarks near what some bid for a lot asks, some of them exactly that."""
    facts = read(case)
    offers = [offer for bid in worths(facts).values() for offer in bid.offers]
    for service in case["services"]:
        mine = [offer for offer in offers if offer.lot.service == service["id"]]
        about = dice.choice(mine)
        heads = _near(dice, about.cost * PENNY) / about.lot.people
        if dice.chance(0.7) or "lots" not in case:
            service["benchmark"] = dice.number(max(MILLIONTH, math.floor(heads / MILLIONTH) * MILLIONTH))
        else:
            for lot in case["lots"]:
                if lot["service"] == service["id"]:
                    lot["benchmark"] = _of_lot(dice, [offer.cost for offer in mine if offer.lot.id == lot["id"]])
    for lot in dice.some(case.get("lots", ()), 0.2):
        lot["benchmark"] = _of_lot(dice, [offer.cost for offer in offers if offer.lot.id == lot["id"]])


def _of_lot(dice: Dice, pence: list[int]) -> int | float | str:
    about = _near(dice, dice.choice(pence) * PENNY)
    return dice.number(max(PENNY, math.floor(about / PENNY) * PENNY))


def _near(dice: Dice, pounds: Fraction) -> Fraction:
    return pounds * dice.choice((Fraction(1), Fraction(3, 2), Fraction(2), Fraction(4, 5)))
