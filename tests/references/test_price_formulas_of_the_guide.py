"""The tables of docs/scoring.md, worked out by hand there."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from models import Case
from selector.appraise import appraise
from selector.appraise.price_scores import scores
from selector.appraise.price_scores.lowest_over_price import lowest_over_price
from selector.appraise.price_scores.lowest_to_highest import lowest_to_highest
from selector.appraise.price_scores.to_a_benchmark import to_a_benchmark
from selector.appraise.price_scores.to_the_mean import to_the_mean
from selector.appraise.register import Register
from tests.references.price_tables import pence, to
from tests.references.tender import offer, tender

GUIDE = Path(__file__).parents[2] / "docs" / "scoring.md"
BIDS = {"a": (80, 40), "b": (100, 75), "c": (120, 80)}
FIGURES: dict[str, Callable[[Sequence[int]], list[Fraction]]] = {
    "lowest_over_price": lowest_over_price,
    "lowest_to_highest": lowest_to_highest,
    "to_the_mean": to_the_mean,
    "to_a_benchmark": lambda prices: to_a_benchmark(prices, Fraction(16_000)),
}


def told(formula: str) -> list[float]:
    """The figures of a formula in the guide's table."""
    (row,) = re.findall(rf"^\| `{formula}`[^|]*\|(.*)\|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    return [float(cell.strip(" *")) for cell in row.split("|") if cell.strip()]


def scored(bids: dict[str, tuple[int, int]], formula: str) -> list[float]:
    case: Case = tender(
        {"x": 100},
        [{"id": "it", "name": "IT", "benchmark": "1.6"}],
        [offer(f"{name}/x", price, "x:it", scores={"q": quality}) for name, (price, quality) in bids.items()],
        criteria=[{"id": "q", "name": "Quality"}],
        objective={"mode": "ratio", "formula": formula, "price": "list"}
        | ({"quality_value": "0.01"} if formula == "money_valued_quality" else {}),
    )
    return [each / 1000 for each in scores(Register(case), appraise(case).bids).tolist()]


@pytest.mark.parametrize("formula", [*FIGURES, "price_per_quality_point", "money_valued_quality"])
def test_three_bids_by_hand(formula: str) -> None:
    points = to(3, FIGURES[formula](pence(80, 100, 120))) if formula in FIGURES else []
    assert told(formula) == points + scored(BIDS, formula)


def test_a_losing_bid_reverses_two_others() -> None:
    """By hand: D at £80 without quality loses, and takes the award from A to B."""
    two = {"a": (100, 50), "b": (125, 79)}
    assert scored(two, "lowest_over_price") == [80, 79.6]
    assert scored(two | {"d": (80, 0)}, "lowest_over_price") == [68, 70, 60]
