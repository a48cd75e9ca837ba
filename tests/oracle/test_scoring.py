"""Marks, the tree of criteria and scores of price against figures worked out here by hand."""

from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.by_hand import Row, bid, bidder, buyer, case, service
from tests.oracle.criteria import leaves
from tests.oracle.enumerate import solve
from tests.oracle.exact import exact
from tests.oracle.low_bids import low_bids
from tests.oracle.price_scores import price_scores
from tests.oracle.reading import read
from tests.oracle.worth import worths

_MARKS = {"x": 3, "y": 4, "z": 4, "u": "2.5"}


@pytest.mark.parametrize(
    ("marking", "out_of", "moderated", "score"),
    [
        ({}, 5, None, "67.5"),
        ({"by": "mean"}, 7, None, "48.214286"),
        ({"by": "median"}, 5, None, 70),
        ({"by": "median"}, 5, 1, 20),
        ({}, "4.5", "4.5", 100),
    ],
)
def test_marks_become_a_score(marking: Row, out_of: Any, moderated: Any, score: Any) -> None:
    marked: Row = {"marks": {"care": _MARKS}}
    if moderated is not None:
        marked["moderated"] = {"care": {"mark": moderated, "reason": "agreed"}}
    document = case(
        buyers=[buyer("N", 1)],
        bidders=[bidder("a")],
        bids=[bid("a", "a", "N:it") | marked],
        criteria=[{"id": "care", "name": "Care", "out_of": out_of}],
        marking=marking,
    )
    facts = read(document)
    assert facts.bids["a"].scores == {"care": exact(score)}
    assert worths(facts)["a"].offers[0].quality == round(exact(score), 3)


def test_of_three_marks_the_middle_one() -> None:
    document = case(
        buyers=[buyer("N", 1)],
        bidders=[bidder("a")],
        bids=[bid("a", "a", "N:it") | {"marks": {"care": {"x": 90, "y": 10, "z": 20}}}],
        criteria=[{"id": "care", "name": "Care"}],
        marking={"by": "median"},
    )
    assert read(document).bids["a"].scores == {"care": 20}


_TREE: list[Row] = [
    {"id": "whole", "name": "Whole", "weight": 3},
    {"id": "one", "name": "One", "parent": "whole", "weight": 2},
    {"id": "other", "name": "Other", "parent": "whole", "services": ["it"]},
    {"id": "alone", "name": "Alone", "weight": 1},
    {"id": "hr only", "name": "HR only", "services": ["hr"], "weight": 9},
    {"id": "under", "name": "Under", "parent": "hr only"},
    {"id": "empty", "name": "Empty", "weight": 50},
    {"id": "never", "name": "Never", "parent": "empty", "services": []},
]


def _tree(**minimums: Any) -> Row:
    scores = {"one": 40, "other": 70, "alone": 60, "under": 10}
    return case(
        buyers=[buyer("N", 1)],
        services=[service(), {"id": "hr", "name": "HR"}],
        bidders=[bidder("a")],
        bids=[
            bid("it", "a", "N:it") | {"scores": {key: scores[key] for key in ("one", "other", "alone")}},
            bid("hr", "a", "N:hr") | {"scores": {key: scores[key] for key in ("one", "alone", "under")}},
            bid("both", "a", "N:it") | {"lots": ["N:it", "N:hr"], "scores": scores},
        ],
        criteria=[row | ({"minimum": minimums[row["id"]]} if row["id"] in minimums else {}) for row in _TREE],
    )


def test_leaves_apply_where_all_above_do() -> None:
    criteria = read(_tree()).criteria
    assert leaves(criteria, "it") == {"one", "other", "alone"}
    assert leaves(criteria, "hr") == {"one", "alone", "under"}


def test_quality_of_a_tree() -> None:
    """For it (3 x (2 x 40 + 70) / 3 + 60) / 4; for hr (3 x 40 + 60 + 9 x 10) / 13: what has no parts there does not apply."""
    found = worths(read(_tree()))
    assert [offer.quality for offer in found["both"].offers] == [exact("52.5"), exact("20.769")]
    assert found["it"].offers[0].quality == exact("52.5")
    assert found["hr"].offers[0].quality == exact("20.769")


@pytest.mark.parametrize(
    ("minimum", "barred"),
    [({"whole": 50}, {"hr", "both"}), ({"whole": "50.000001"}, {"it", "hr", "both"}), ({"under": 11}, {"hr", "both"})],
)
def test_minimum_of_a_criterion_with_parts(minimum: Row, barred: set[str]) -> None:
    """For it the whole comes to 50, for hr to 40."""
    assert {name for name, row in worths(read(_tree(**minimum))).items() if row.bars} == barred


def _scored(objective: Row, prices: Row, qualities: Row, **tables: Any) -> dict[str, Fraction]:
    document = case(
        buyers=[buyer("N", 1000)],
        bidders=[bidder("a")],
        bids=[bid(name, "a", "N:it", price, qualities[name]) for name, price in prices.items()],
        criteria=[{"id": "care", "name": "Care"}],
        objective={"mode": "ratio", **objective},
        **tables,
    )
    return {name: score for (name, _), score in price_scores(read(document)).items()}


_PRICES, _QUALITIES = {"x": 100, "y": 150, "z": 400}, {"x": 40, "y": 90, "z": 0}


@pytest.mark.parametrize(
    ("objective", "scores"),
    [
        # 60 of 100, 66.667 and 25; 40 of quality.
        ({"formula": "lowest_over_price"}, ("76", "76", "15")),
        ({"formula": "lowest_over_price", "price_weight": 1, "quality_weight": 0}, ("100", "66.667", "25")),
        ({"formula": "lowest_to_highest", "price_weight": 1, "quality_weight": 1}, ("70", "86.667", "0")),
        # The mean is 216.667; x is 0.538 of it below, z 0.846 of it beyond.
        ({"formula": "to_the_mean", "price_weight": 1, "quality_weight": 0}, ("100", "80.769", "0")),
        ({"formula": "price_per_quality_point"}, ("66.667", "100", "0")),
        ({"formula": "money_valued_quality", "quality_value": "0.01"}, ("40", "85", "-30")),
    ],
)
def test_scores_of_price(objective: Row, scores: tuple[str, ...]) -> None:
    assert list(_scored(objective, _PRICES, _QUALITIES).values()) == [exact(score) for score in scores]


def test_scores_where_something_is_nothing() -> None:
    half = {"price_weight": 1, "quality_weight": 0}
    free, equal = {"x": 0, "y": 150}, {"x": 70, "y": 70}
    assert _scored({"formula": "lowest_over_price"} | half, free, _QUALITIES) == {"x": 100, "y": 0}
    assert _scored({"formula": "lowest_to_highest"} | half, equal, _QUALITIES) == {"x": 100, "y": 100}
    assert _scored({"formula": "to_the_mean"} | half, {"x": 0, "y": 0}, _QUALITIES) == {"x": 50, "y": 50}
    assert _scored({"formula": "price_per_quality_point"}, free, _QUALITIES) == {"x": 100, "y": 0}
    # What is free and worth nothing scores nothing, and is not the least.
    assert _scored({"formula": "price_per_quality_point"}, {"y": 9, "z": 0}, _QUALITIES) == {"y": 100, "z": 0}
    assert _scored({"formula": "price_per_quality_point"}, {"z": 0}, _QUALITIES) == {"z": 0}


def test_to_the_mean_lies_between_0_and_100() -> None:
    half = {"formula": "to_the_mean", "price_weight": 1, "quality_weight": 0}
    prices = {"a": 0, "b": 0, "c": 0, "d": 1000}
    assert _scored(half, prices, dict.fromkeys(prices, 50)) == {"a": 100, "b": 100, "c": 100, "d": 0}


def test_a_benchmark_of_the_lot_or_a_head() -> None:
    half = {"formula": "to_a_benchmark", "price_weight": 1, "quality_weight": 0}
    a_head = service(benchmark="0.2")
    assert list(_scored(half, _PRICES, _QUALITIES, services=[a_head]).values()) == [50, 25, 0]
    lots = [{"id": "N:it", "buyer": "N", "service": "it", "benchmark": 1000}]
    assert list(_scored(half, _PRICES, _QUALITIES, services=[a_head], lots=lots).values()) == [90, 85, 60]


def test_barred_bids_are_not_scored_and_fallbacks_are() -> None:
    lots = [{"id": "N:it", "buyer": "N", "service": "it", "required": False, "in_house": {"cost": 50, "quality": 20}}]
    half = {"formula": "lowest_over_price", "price_weight": 1, "quality_weight": 0}
    out = [{"id": "o", "bid": "y", "reason": "late"}]
    assert _scored(half, _PRICES, _QUALITIES, lots=lots, exclusions=out) == {
        "x": 50,
        "z": exact("12.5"),
        "in-house:N:it": 100,
    }


def test_which_price_is_scored() -> None:
    """Over two years at nothing off, x costs twice its list price, and displaces staff owed £2,100 x 4.35 x 2."""
    tables: Row = {
        "horizon": {"start": "2013-04-01", "years": 2, "discount_rate": 0},
        "lots": [{"id": "N:it", "buyer": "N", "service": "it", "incumbent": "b"}],
        "staff_groups": [{"id": "g", "lots": [{"lot": "N:it"}], "headcount": 1, "salary": 36_500, "service_years": 2}],
    }
    lots = {"x": 6090, "y": 12_180}
    for price, y in (("list", "50"), ("cost", "50"), ("cost_and_liability", "60")):
        document = case(
            buyers=[buyer("N", 1000)],
            bidders=[bidder("a"), bidder("b")],
            bids=[bid("x", "a", "N:it", lots["x"]), bid("y", "b", "N:it", lots["y"])],
            objective={
                "mode": "ratio",
                "formula": "lowest_over_price",
                "price": price,
                "price_weight": 1,
                "quality_weight": 0,
            },
            **tables,
        )
        scores = price_scores(read(document))
        # Two months are 2 x 4.35 x £700 = £6,090: with it x comes to 18,270 of y's 24,360.
        assert scores["y", "N:it"] == (exact(y) if price != "cost_and_liability" else 75)
        assert scores["x", "N:it"] == 100


def test_ratio_takes_the_best_mean_score_then_the_least_charges() -> None:
    bids = [bid("a N", "a", "N:it", 100), bid("b N", "b", "N:it", 100), bid("a S", "a", "S:it", 100)]
    bidders = [bidder("a", overhead=10), bidder("b", overhead=5)]
    objective = {"mode": "ratio", "formula": "lowest_over_price"}
    answer = solve(case(bidders=bidders, bids=bids, objective=objective))
    assert (answer.levels, answer.objectives) == (("score", "charges"), (60, 10_00))
    assert answer.award == ("a N", "a S")
    # N has 180,000 people, S 120,000: a's bid for N at 101 costs a hundredth of N's 60 points, three fifths of that in all.
    dearer = [bids[0] | {"price": 101}, *bids[1:]]
    near = solve(case(bidders=bidders, bids=dearer, objective=objective | {"tolerance": "0.357"}))
    far = solve(case(bidders=bidders, bids=dearer, objective=objective | {"tolerance": "0.356"}))
    assert near.award == ("a N", "a S")
    assert far.award == ("b N", "a S")
    assert far.objectives == (60, 15_00)


def _flagged(prices: dict[str, list[int]], **low: Any) -> dict[str, tuple[Fraction, int]]:
    document = case(
        buyers=[buyer("N", 1)],
        bidders=[bidder(name) for name in prices],
        bids=[bid(f"{who} {at}", who, "N:it", price) for who, row in prices.items() for at, price in enumerate(row)],
        abnormally_low=low,
    )
    return {row.bid: (row.mean, row.next) for row in low_bids(read(document))}


def test_abnormally_low_bids() -> None:
    prices = {"a": [60, 500], "b": [100, 140], "c": [150]}
    a = Fraction(13_000), 100_00
    # Of the others' 100, 140 and 150 the mean is 130; 60 is at most half of it, 65, and at most four fifths of 100.
    assert _flagged(prices, min_bidders=3) == {"a 0": a}
    assert _flagged(prices, min_bidders=4) == {}
    assert _flagged(prices, min_bidders=3, below_mean="0.55") == {}
    assert _flagged(prices, min_bidders=3, below_next="0.4") == {"a 0": a}
    assert _flagged(prices, min_bidders=3, below_next="0.400001") == {}
    # Of b's the others' are 60, 500 and 150: 100 is at most half of the mean of 236.67, but not of the lowest.
    assert _flagged(prices, min_bidders=3, below_next=None).keys() == {"a 0", "b 0"}
    assert _flagged({"a": [1, 500]}, min_bidders=0) == {}
