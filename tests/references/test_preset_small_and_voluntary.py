"""``small-and-voluntary`` decides the award: a quarter of the spend for small firms and charities. A = 1, as for one year.

x asks 100 for each of four lots: 400. s, a small firm, asks 120 for a; v, a voluntary body, asks 130 for c. With s the
spend is 420, of which it has 120 / 420 = 28.6 %; with v 430, of which it has 30.2 %. Nobody else is either.

Made soft, x with everything is short of a quarter: 100 / 400 = 0.25. The rule costs £20 to keep.
"""

from decimal import Decimal

import pytest

from models import Case
from selector import apply_preset
from tests.references.decided import best, broken
from tests.references.tender import offer, supplier, tender

BY_X = ("x/a", "x/b", "x/c", "x/d")
WITH_S = ("s/a", "x/b", "x/c", "x/d")
WITH_V = ("x/a", "x/b", "v/c", "x/d")


def four(tag: str = "sme") -> Case:
    bids = [offer(f"x/{buyer}", 100, f"{buyer}:it") for buyer in "abcd"]
    others = [offer("s/a", 120, "a:it"), offer("v/c", 130, "c:it"), offer("y/b", 101, "b:it")]
    bidders = [supplier("s", tags=[tag]), supplier("v", "voluntary"), supplier("y", tags=["large"])]
    return tender(dict.fromkeys("abcd", 100_000), ["it"], [*bids, *others], bidders=bidders)


def test_it_decides() -> None:
    preset = apply_preset("small-and-voluntary", four())
    best(four(), 400, *BY_X)
    best(preset.case, 420, *WITH_S)
    assert preset.remarks == ('Of the 4 that may win these lots, 2 are tagged "sme" or voluntary.',)
    assert broken(preset.case, four()) == {"rule[small-and-voluntary]"}


def test_a_tag_of_the_boards_own_and_none() -> None:
    best(apply_preset("small-and-voluntary", four("local"), tags=["local"]).case, 420, *WITH_S)
    # Where nobody is tagged as small, there is the voluntary body.
    best(apply_preset("small-and-voluntary", four("local")).case, 430, *WITH_V)
    # y is £1 dearer than x for b: 401, of which it has 101 / 401 = 25.2 %.
    best(apply_preset("small-and-voluntary", four(), tags=["large"]).case, 401, "x/a", "y/b", "x/c", "x/d")


def test_half_of_the_spend_takes_both() -> None:
    # (120 + 130) / 450 = 55.6 %.
    best(apply_preset("small-and-voluntary", four(), share=Decimal("0.5")).case, 450, "s/a", "x/b", "v/c", "x/d")


@pytest.mark.parametrize(
    ("penalty", "cost", "counts_for", "bids"), [(79, 400, "19.75", BY_X), (81, 420, "0.00", WITH_S)]
)
def test_made_soft(penalty: int, cost: int, counts_for: str, bids: tuple[str, ...]) -> None:
    decided = best(apply_preset("small-and-voluntary", four(), penalty=Decimal(penalty)).case, cost, *bids)
    assert decided.totals.penalty == Decimal(counts_for)
