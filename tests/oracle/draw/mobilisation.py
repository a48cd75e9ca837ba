"""How fast bidders can take work over, mostly as fast as one planned award asks."""

import math
from datetime import date
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.exact import THOUSANDTH
from tests.oracle.mobilised import Load, loads
from tests.oracle.reading import read
from tests.oracle.tables import Case

FREE = "0.001"
"""A pace to begin with; the pace that an award asks for is told from what it takes over by when."""


def mobilisation(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    """Add paces of some bidders, mostly of such as win in the plan."""
    for row in case["bidders"]:
        if not dice.chance(0.8 if row["id"] in plan.lots else 0.3):
            continue
        row["mobilisation"] = {"begins": _begins(dice, facts)} | dict.fromkeys(_sides(dice), FREE)
    facts = read(case)
    asked = paces(facts, plan)
    for row in case["bidders"]:
        for field in [name for name in row.get("mobilisation", ()) if name != "begins"]:
            pace = asked.get((row["id"], field.partition("_")[0])) or Fraction(dice.choice((1, 2)), 6)
            rounded = math.ceil(pace / THOUSANDTH) * THOUSANDTH
            pace = rounded + dice.choice((0, 0, 0, 0, 0, 0, -THOUSANDTH, rounded))
            row["mobilisation"][field] = dice.number(max(THOUSANDTH, pace))


def paces(facts: Case, award: Award) -> dict[tuple[str, str], Fraction]:
    """The least pace of lots and of wte, by bidder, at which it can do its part; none where no pace would do."""
    found: dict[tuple[str, str], Fraction] = {}
    for load in loads(facts, award):
        if load.amount and load.months:
            key = (load.bidder, load.of)
            found[key] = max(found.get(key, Fraction(0)), load.amount / load.months)
    return found


def slower(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """Give a winner a pace at which it can not do its part of the award."""
    row = dice.choice([row for row in case["bidders"] if row["id"] in award.lots] or case["bidders"])
    of = dice.choice(("lots", "wte"))
    pace = row.setdefault("mobilisation", {"begins": _begins(dice, facts)})
    stated = pace.get(f"{of}_a_month")
    pace[f"{of}_a_month"] = FREE
    asked = paces(read(case), award).get((row["id"], of))
    if asked is None or asked <= THOUSANDTH:
        if stated is None:
            del pace[f"{of}_a_month"]
        else:
            pace[f"{of}_a_month"] = stated
        return
    below = asked - max(THOUSANDTH, asked * dice.choice((Fraction(0), Fraction(1, 10), Fraction(2, 5))))
    pace[f"{of}_a_month"] = dice.number(max(THOUSANDTH, math.floor(below / THOUSANDTH) * THOUSANDTH))


def between(dice: Dice, case: Document, facts: Case, pair: tuple[Award, Award]) -> None:
    """Give a bidder the mean of the paces that two awards ask of it, on each day."""
    row = dice.choice([row for row in case["bidders"] if any(row["id"] in award.lots for award in pair)])
    row.setdefault("mobilisation", {"begins": _begins(dice, facts)})
    of = dice.choice(("lots", "wte"))
    row["mobilisation"][f"{of}_a_month"] = FREE
    seen = [[load for load in loads(read(case), award) if (load.bidder, load.of) == (row["id"], of)] for award in pair]
    asked = [_mean(one, other) for one, other in zip(*seen, strict=True) if one.months]
    pace = max([*asked, THOUSANDTH])
    if all(load.months or not load.amount for each in seen for load in each):
        row["mobilisation"][f"{of}_a_month"] = dice.number(math.ceil(pace / THOUSANDTH) * THOUSANDTH)
    else:
        del row["mobilisation"][f"{of}_a_month"]


def _mean(one: Load, other: Load) -> Fraction:
    return (one.amount + other.amount) / (2 * one.months)


def _begins(dice: Dice, facts: Case) -> str:
    """Months before the horizon; seldom on its first day, when nothing has been made ready."""
    before = 0 if dice.chance(0.05) else dice.choice((2, 3, 5, 6, 6, 8, 12))
    months = 12 * facts.horizon.start.year + facts.horizon.start.month - 1 - before
    return date(months // 12, months % 12 + 1, 1 if not before else dice.choice((1, 1, 15))).isoformat()


def _sides(dice: Dice) -> list[str]:
    return dice.choice((["lots_a_month"], ["wte_a_month"], ["lots_a_month", "wte_a_month"]))
