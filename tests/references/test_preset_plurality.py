"""``plurality`` decides the award: no bidder has more than 40 % of the yearly spend. A = 1, as for one year.

x asks 100 for each of three lots; y asks 110, 120 and 130, z 125, 115 and 140. Without the rule x has all, for 300. Whoever
has two lots has more than 60 % of the spend, so x, y and z have one each. Of the six ways the least is y's 110, z's 115
and x's 100: 325, of which z has 115 / 325 = 35.4 %. The next is 345.

Made soft, violations are parts of 300, the least spend there can be:

| award | cost | beyond 40 % |
|---|---|---|
| x has all | 300 | (300 - 120) / 300 = 0.6 |
| y has a | 310 | (200 - 124) / 300 = 0.25333 |
| z has b | 315 | (200 - 126) / 300 = 0.24667 |
| one each | 325 | 0 |
"""

from decimal import Decimal

import pytest

from models import Case
from selector import apply_preset
from tests.references.decided import best, broken
from tests.references.tender import offer, tender

ASKED = {"x": (100, 100, 100), "y": (110, 120, 130), "z": (125, 115, 140)}
ALL_X = ("x/a", "x/b", "x/c")
ONE_EACH = ("y/a", "z/b", "x/c")


@pytest.fixture
def case() -> Case:
    bids = [
        offer(f"{bidder}/{buyer}", price, f"{buyer}:it")
        for bidder, prices in ASKED.items()
        for buyer, price in zip("abc", prices, strict=True)
    ]
    return tender(dict.fromkeys("abc", 100_000), ["it"], bids)


def test_it_decides(case: Case) -> None:
    preset = apply_preset("plurality", case)
    assert preset.remarks == ()
    best(case, 300, *ALL_X)
    best(preset.case, 325, *ONE_EACH)
    assert broken(preset.case, case) == {"rule[plurality, x]"}


@pytest.mark.parametrize(
    ("penalty", "cost", "counts_for", "bids"),
    [
        # 300 + 6 beside 310 + 2.53.
        (10, 300, "6.00", ALL_X),
        # 310 + 12.67 = 322.67 beside 325, 327.33 and 330.
        (50, 310, "12.67", ("y/a", "x/b", "x/c")),
        # 325 beside 310 + 25.33.
        (100, 325, "0.00", ONE_EACH),
    ],
)
def test_made_soft(case: Case, penalty: int, cost: int, counts_for: str, bids: tuple[str, ...]) -> None:
    decided = best(apply_preset("plurality", case, penalty=Decimal(penalty)).case, cost, *bids)
    assert decided.totals.penalty == Decimal(counts_for)
    assert decided.objective == cost + Decimal(counts_for)


def test_broken_as_little_as_can_be(case: Case) -> None:
    # Three bidders cannot each have 30 % at most: the remark says so. With one lot each what is beyond comes to a tenth of
    # the spend, so the least is that of the award of 325: (12.5 + 17.5 + 2.5) / 300 / 0.3.
    preset = apply_preset("plurality", case, share=Decimal("0.3"), priority=1)
    assert preset.remarks == ("At 30 % each it takes 4 bidders, and 3 may win these lots.",)
    decided = best(preset.case, 325, *ONE_EACH)
    assert decided.evaluation.certificate.levels[0].objective == "priority 1"
    assert decided.evaluation.certificate.levels[0].value == Decimal("0.361111")


def test_on_the_lots_of_some_buyers(case: Case) -> None:
    # Of a and b nobody has both; c is free.
    preset = apply_preset("plurality", case, buyers=["a", "b"], share=Decimal("0.6"))
    best(preset.case, 310, "y/a", "x/b", "x/c")
