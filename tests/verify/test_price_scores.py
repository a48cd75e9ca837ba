"""Scores of price and quality, each formula worked out by hand; the award is that of ``board.case``."""

from decimal import Decimal
from typing import Any

import pytest

from models import Case
from selector.verify import verify
from selector.verify.price_score import score
from selector.verify.tender import Tender
from tests.verify.board.case import DOCUMENT, case_of, evaluation_of
from tests.verify.checking import broken, changed
from tests.verify.one_lot import one_lot

# Three bids for one lot, of prices 80, 100 and 120 and qualities 40, 50 and 90; 10 people.
PRICES = {"x": ("80", 40), "y": ("100", 50), "z": ("120", 90)}


def ratio(**objective: Any) -> dict[str, Any]:
    return {"mode": "ratio", "price": "list", **objective}


def three(objective: dict[str, Any], prices: dict[str, tuple[str, int]] = PRICES, **changes: Any) -> Case:
    return Case(
        **{
            "format": 1,
            "name": "Three",
            "date": "2014-04-01",
            "horizon": {"start": "2014-04-01", "years": 2, "discount_rate": 0},
            "buyers": [{"id": "b", "name": "B", "population": 10}],
            "services": [{"id": "f", "name": "F"}],
            "bidders": [{"id": name, "name": name, "kind": "private", "viability_floor": 0} for name in prices],
            "criteria": [{"id": "c", "name": "C"}],
            "bids": [
                {"id": name, "bidder": name, "lots": ["b:f"], "price": price, "scores": {"c": quality}}
                for name, (price, quality) in prices.items()
            ],
            "objective": objective,
        }
        | changes
    )


def scores(case: Case) -> list[str]:
    """The score of every bid for the first lot."""
    tender = Tender(case)
    lot = next(iter(tender.lots.values()))
    assert case.objective.mode == "ratio"
    return [str(score(tender, case.objective, lot, bid)) for bid in tender.bids_for(lot.id)]


@pytest.mark.parametrize(
    ("objective", "expected"),
    [
        # 0.6 x 100 + 0.4 x 40, 0.6 x 80 + 0.4 x 50, 0.6 x 66.667 + 0.4 x 90.
        ({"formula": "lowest_over_price"}, ["76.000", "68.000", "76.000"]),
        ({"formula": "lowest_over_price", "price_weight": 2, "quality_weight": 1}, ["80.000", "70.000", "74.444"]),
        ({"formula": "lowest_over_price", "price_weight": 0, "quality_weight": 1}, ["40.000", "50.000", "90.000"]),
        # P: 100, 50, 0.
        ({"formula": "lowest_to_highest"}, ["76.000", "50.000", "36.000"]),
        # The mean is 100. P: 70, 50, 30.
        ({"formula": "to_the_mean"}, ["58.000", "50.000", "54.000"]),
        # £11 a head is 110. P: 27.273, 9.091, and not -9.091.
        ({"formula": "to_a_benchmark"}, ["32.364", "25.455", "36.000"]),
        # 2, 2 and 4/3 a point.
        ({"formula": "price_per_quality_point"}, ["66.667", "66.667", "100.000"]),
        # £0.50 a point a head is £5 a point: 20 dearer is 4 points.
        ({"formula": "money_valued_quality", "quality_value": "0.5"}, ["40.000", "46.000", "82.000"]),
        ({"formula": "money_valued_quality", "quality_value": "0.03"}, ["40.000", "-16.667", "-43.333"]),
    ],
)
def test_a_formula_scores_a_bid_beside_the_others(objective: dict[str, Any], expected: list[str]) -> None:
    services = [{"id": "f", "name": "F", "benchmark": 11}]
    assert scores(three(ratio(**objective), services=services)) == expected


@pytest.mark.parametrize(
    ("formula", "prices", "expected"),
    [
        # Nothing is a price, and as low as prices go.
        ("lowest_over_price", {"x": ("0", 40), "y": ("100", 50)}, ["76.000", "20.000"]),
        ("lowest_to_highest", {"x": ("90", 40), "y": ("90", 50)}, ["76.000", "80.000"]),
        ("to_the_mean", {"x": ("0", 40), "y": ("0", 50)}, ["46.000", "50.000"]),
        # Of the mean of 100: three times it would be -150, and is 0; a tenth of it 140, and is 100.
        (
            "to_the_mean",
            {"w": ("10", 0), "x": ("300", 40), "y": ("60", 0), "z": ("30", 0)},
            ["60.000", "16.000", "54.000", "60.000"],
        ),
        ("price_per_quality_point", {"x": ("80", 0), "y": ("0", 5), "z": ("9", 9)}, ["0.000", "100.000", "0.000"]),
        # A bid of no quality is no measure for the others.
        ("price_per_quality_point", {"x": ("1", 0), "y": ("10", 5), "z": ("18", 3)}, ["0.000", "100.000", "33.333"]),
    ],
)
def test_a_formula_knows_its_corners(formula: str, prices: dict[str, tuple[str, int]], expected: list[str]) -> None:
    assert scores(three(ratio(formula=formula), prices)) == expected


def test_a_lots_own_benchmark_comes_first() -> None:
    lots = [{"id": "l", "buyer": "b", "service": "f", "benchmark": 200}]
    bids = [{"id": "x", "bidder": "x", "lots": ["l"], "price": 80, "scores": {"c": 40}}]
    case = three(ratio(formula="to_a_benchmark"), lots=lots, bids=bids)
    assert scores(case) == ["52.000"]


def test_bids_that_are_barred_are_no_measure() -> None:
    # Without x the lowest is 100.
    vetoed = [{"id": "b", "name": "B", "population": 10, "vetoes": ["x"]}]
    case = three(ratio(formula="lowest_over_price"), buyers=vetoed)
    assert scores(case)[1:] == ["80.000", "86.000"]


def test_fallbacks_and_packages_are_measured_too() -> None:
    # The package's 60 fall on two lots of 10 people as 30 each, which is the lowest; the fallback costs 40.
    lots = [
        {"id": "l", "buyer": "b", "service": "f", "required": False, "in_house": {"cost": 40, "quality": 0}},
        {"id": "m", "buyer": "b", "service": "g"},
    ]
    bids = [
        {"id": "x", "bidder": "x", "lots": ["l", "m"], "price": 60, "scores": {"c": 0}},
        {"id": "y", "bidder": "y", "lots": ["l"], "price": 50, "scores": {"c": 0}},
    ]
    services = [{"id": name, "name": name} for name in "fg"]
    case = three(ratio(formula="lowest_over_price", quality_weight=0), lots=lots, bids=bids, services=services)
    assert scores(case) == ["100.000", "60.000", "75.000"]


@pytest.mark.parametrize(
    ("price", "expected"), [("list", "25.000"), ("cost", "37.500"), ("cost_and_liability", "0.245")]
)
def test_the_price_evaluated_is_the_one_asked_for(price: str, expected: str) -> None:
    # 100 against 400 a year; over two years 200 and 100 for the transition against 800; then 300 against 800 and the
    # £121,800 for the staff whom only the new one does without.
    bids = [
        {"id": "f1", "bidder": "j", "lots": ["b:f"], "price": 400},
        {"id": "f2", "bidder": "old", "lots": ["b:f"], "price": 100, "transition": 100},
    ]
    case = one_lot(
        {"kind": "private"},
        bids=bids,
        objective=ratio(formula="lowest_over_price", price=price, quality_weight=0),
        horizon={"start": "2014-04-01", "years": 2, "discount_rate": 0},
    )
    assert scores(case)[0] == expected


# The scores, by the price as listed and 60 to 40: n:f 70/100: 66; n:g 96; s:f 92; s:g 120/150: 64; w:f 88; b:f 80.
# (66 x 100 + 96 x 200 + 92 x 200 + 64 x 400 + 88 x 300 + 80 x 1,000) / 2,200 = 176,200 / 2,200.
SCORE = "80.090909"
RATIO = case_of(
    objective=ratio(formula="lowest_over_price"),
    rules=[{"id": "r", "metric": "lots", "sense": "at_most", "limit": 4, "penalty": "1.25"}],
    bidders=[
        bidder | {"overhead": "10.00", "setup": {"g": "7.00"}} if bidder["id"] == "unit" else bidder
        for bidder in DOCUMENT["bidders"]
    ],
)


def test_the_mean_score_comes_first_and_then_the_charges_with_penalties() -> None:
    found = verify(RATIO, evaluation_of(RATIO, penalty="2.50"))
    assert found.objectives == (Decimal(SCORE), Decimal("19.50"))


FREE = case_of(objective=ratio(formula="lowest_over_price", tolerance="0.5"))
GOOD = evaluation_of(FREE, levels=[("score", SCORE), ("charges", "0.00")])


def test_a_score_that_is_proven_is_valid() -> None:
    assert verify(FREE, GOOD).findings == ()


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        (("objective",), "80.09091", {"certificate.objective"}),
        # A score is to be as great as can be: a bound below it bounds nothing.
        (("bound",), "80", {"certificate.bound", "certificate.gap"}),
        (("levels", 0, "best"), "80.6", {f"certificate.levels[0].{name}" for name in ("best", "bound", "gap")}),
        (("levels", 1, "value"), "0.01", {"certificate.levels[1].value"}),
        (("gap_pounds",), "0.00", {"certificate.gap_pounds"}),
        (("levels", 0, "objective"), "quality", {"certificate.levels"}),
    ],
)
def test_a_certificate_of_scores_is_held_against_them(path: tuple[str | int, ...], value: Any, found: set[str]) -> None:
    assert broken(changed(GOOD, "certificate", *path, to=value), FREE) == found


def test_an_award_of_a_barred_bid_is_valued_all_the_same() -> None:
    # It is found wrong by what bars it, and by nothing else.
    buyers = [buyer | {"vetoes": ["unit"]} if buyer["id"] == "n" else buyer for buyer in DOCUMENT["buyers"]]
    case = FREE.model_copy(update={"buyers": case_of(buyers=buyers).buyers})
    good = evaluation_of(case, levels=[("score", SCORE), ("charges", "0.00")])
    assert broken(good, case) == {"veto[n, unit]"}
