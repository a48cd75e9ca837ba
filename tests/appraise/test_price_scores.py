"""Scores of the ratio objective, lot by lot, from a whole case; worked out by hand in thousandths of a point."""

from typing import Any

import pytest

from models import Case, CaseInvalid
from selector.appraise import appraise
from selector.appraise.price_scores import scores
from selector.appraise.register import Register
from tests.references.tender import offer, tender

QUALITY = [{"id": "q", "name": "Quality", "minimum": 20}]


def ratio(formula: str, **more: Any) -> dict[str, Any]:
    return {"mode": "ratio", "formula": formula, "price": "list", **more}


def case(objective: dict[str, Any], **changes: Any) -> Case:
    """Four bids for one lot of 1,000 people: £100, £120, £160, and one at £10 that is barred for its quality of 10."""
    prices = {"a": (100, 60), "b": (120, 70), "c": (160, 80), "low": (10, 10)}
    bids = [offer(f"{name}/x", price, "x:it", scores={"q": q}) for name, (price, q) in prices.items()]
    return tender(
        {"x": 1_000},
        [{"id": "it", "name": "IT"} | changes.pop("service", {})],
        bids,
        criteria=QUALITY,
        objective=objective,
        **changes,
    )


@pytest.mark.parametrize(
    ("objective", "expected"),
    [
        # 100, 83.333..., 62.5; x 0.6 + quality x 0.4
        (ratio("lowest_over_price"), [84_000, 78_000, 69_500, 0]),
        # 100, 66.667, 0
        (ratio("lowest_to_highest"), [84_000, 68_000, 32_000, 0]),
        # the mean is 380/3: 50 + 100 x 80/380, 50 + 100 x 20/380, 50 - 100 x 100/380
        (ratio("to_the_mean"), [66_632, 61_158, 46_211, 0]),
        # £1.6667, £1.7143 and £2 a point
        (ratio("price_per_quality_point"), [100_000, 97_222, 83_333, 0]),
        # a point is worth £0.01 x 1,000 = £10
        (ratio("money_valued_quality", quality_value="0.01"), [60_000, 68_000, 74_000, 0]),
        # a price weighs nothing, or everything
        (ratio("lowest_over_price", price_weight=0, quality_weight=1), [60_000, 70_000, 80_000, 0]),
        (ratio("lowest_over_price", price_weight="0.5", quality_weight=0), [100_000, 83_333, 62_500, 0]),
    ],
)
def test_bids_that_are_not_barred(objective: dict[str, Any], expected: list[int]) -> None:
    read = case(objective)
    found = appraise(read)
    assert scores(Register(read), found.bids).tolist() == expected


@pytest.mark.parametrize(
    ("service", "expected"),
    [
        # £0.20 a head is £200: 50, 40, 20
        ({"benchmark": "0.2"}, [54_000, 52_000, 44_000, 0]),
        # £120: 16.667, 0, 0
        ({"benchmark": "0.12"}, [34_000, 28_000, 32_000, 0]),
        # below all
        ({"benchmark": "0.05"}, [24_000, 28_000, 32_000, 0]),
    ],
)
def test_a_benchmark_for_each_person(service: dict[str, Any], expected: list[int]) -> None:
    read = case(ratio("to_a_benchmark"), service=service)
    assert scores(Register(read), appraise(read).bids).tolist() == expected


def test_the_benchmark_of_a_lot_stands_before_that_of_its_service() -> None:
    lots = [{"id": "x:it", "buyer": "x", "service": "it", "benchmark": 200}]
    read = case(ratio("to_a_benchmark"), service={"benchmark": 99}, lots=lots)
    assert scores(Register(read), appraise(read).bids).tolist() == [54_000, 52_000, 44_000, 0]


def test_packages_and_fallbacks_are_scored_on_each_of_their_lots() -> None:
    """The package of £300 falls on lots of 1,000 and 2,000 people as £100 and £200; the fallback asks £50 for the first.

    On the first lot least is £50: 100 and 50; on the second £200: 100 and 80.
    """
    bids = [offer("a/both", 300, "x:it", "y:it"), offer("b/y", 250, "y:it")]
    read = tender(
        {"x": 1_000, "y": 2_000},
        ["it"],
        bids,
        in_house={"x:it": 50},
        objective=ratio("lowest_over_price", quality_weight=0),
    )
    bids_found = appraise(read).bids
    found = dict(
        zip(
            zip(bids_found.pair_bid.tolist(), bids_found.pair_lot.tolist(), strict=True),
            scores(Register(read), bids_found).tolist(),
            strict=True,
        )
    )
    assert found == {(0, 0): 50_000, (0, 1): 100_000, (1, 1): 80_000, (2, 0): 100_000}


def test_the_price_that_is_evaluated() -> None:
    """List £100 and £80; over two years £200 and, with £60 of transition, £220; 100 x 200 / 220 = 90.909."""
    bids = [offer("a/x", 100, "x:it"), offer("b/x", 80, "x:it", transition=60)]
    found = {}
    for price in ("list", "cost"):
        read = tender(
            {"x": 1_000},
            ["it"],
            bids,
            horizon={"start": "2013-04-01", "years": 2, "discount_rate": 0},
            objective={"mode": "ratio", "formula": "lowest_over_price", "quality_weight": 0, "price": price},
        )
        found[price] = scores(Register(read), appraise(read).bids).tolist()
    assert found == {"list": [80_000, 100_000], "cost": [100_000, 90_909]}


def test_the_liability_is_part_of_the_price_where_the_board_says_so() -> None:
    """The firm, at £100, makes one redundant after ten years at £3,045 a month: £100 + £30,450 is what the CSU asks."""
    bids = [offer("csu/x", 30_550, "x:it"), offer("firm/x", 100, "x:it")]
    read = tender(
        {"x": 1_000},
        ["it"],
        bids,
        bidders=[{"id": "csu", "name": "CSU", "kind": "nhs_csu", "viability_floor": 0}],
        staff_groups=[{"id": "g", "lots": [{"lot": "x:it"}], "headcount": 1, "salary": 36_500, "service_years": 10}],
        objective={
            "mode": "ratio",
            "formula": "lowest_over_price",
            "quality_weight": 0,
            "price": "cost_and_liability",
        },
    )
    assert scores(Register(read), appraise(read).bids).tolist() == [100_000, 100_000]


def test_scores_that_cannot_be_told_apart_are_refused() -> None:
    bids = [offer("a/x", 1, "x:it"), offer("b/x", 10**12, "x:it")]
    read = tender({"x": 1}, ["it"], bids, objective=ratio("money_valued_quality", quality_value="0.01"))
    with pytest.raises(CaseInvalid, match="too large"):
        appraise(read)


def test_there_are_none_where_the_objective_is_no_ratio() -> None:
    read = case({"mode": "money_valued"})
    with pytest.raises(TypeError, match="money_valued"):
        scores(Register(read), appraise(read).bids)
