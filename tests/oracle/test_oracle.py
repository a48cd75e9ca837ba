"""The oracle against small cases whose answers are worked out here by hand."""

import ast
import hashlib
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.oracle.enumerate import solve, violations
from tests.oracle.exact import exact, half_up, pence
from tests.oracle.reading import read
from tests.oracle.worth import worths

Row = dict[str, Any]


def _case(**tables: Any) -> Row:
    """One year, one service ``it`` for buyers N (180,000 people) and S (120,000), lots ``N:it`` and ``S:it``."""
    return {
        "format": 1,
        "name": "by hand",
        "date": "2013-04-01",
        "horizon": {"start": "2013-04-01", "years": 1},
        "buyers": [_buyer("N", 180_000), _buyer("S", 120_000)],
        "services": [{"id": "it", "name": "IT"}],
        **tables,
    }


def _buyer(name: str, population: int, **more: Any) -> Row:
    return {"id": name, "name": name, "population": population, **more}


def _bidder(name: str, kind: str = "private", **more: Any) -> Row:
    return {"id": name, "name": name, "kind": kind, "viability_floor": 0, **more}


def _bid(name: str, bidder: str, lot: str, price: int | str, score: int | str | None = None, **more: Any) -> Row:
    scores = {} if score is None else {"scores": {"care": score}}
    return {"id": name, "bidder": bidder, "lots": [lot], "price": price, **scores, **more}


_CARE = [{"id": "care", "name": "Care"}]


@pytest.mark.parametrize(
    ("pounds", "whole"), [("0.005", 1), ("-0.005", -1), ("0.0049999", 0), ("2.675", 268), ("1E+2", 10_000), (0.1, 10)]
)
def test_pence_are_rounded_half_away_from_zero(pounds: str | float, whole: int) -> None:
    assert pence(exact(pounds)) == whole


def test_points_are_rounded_to_a_thousandth() -> None:
    assert half_up(Fraction(200, 3), Fraction(1, 1000)) == exact("66.667")


def test_ties_go_by_quality_then_providers_then_hash() -> None:
    # Two buyers of equal weight. Every award costs £200: all four tie. Q is 60.0005 with bid a, else 60, and 0.0005
    # is within 0.001, so quality decides nothing. (a, b) and (c, d) have one provider each. SHA-256 begins ca978 for
    # "a", 3e23e for "b", 2e7d2 for "c", 18ac3 for "d": ca978 + 3e23e = 108bb6 is more than 2e7d2 + 18ac3 = 47295.
    case = _case(
        buyers=[_buyer("N", 100_000), _buyer("S", 100_000)],
        bidders=[_bidder("x"), _bidder("y")],
        criteria=_CARE,
        bids=[
            _bid("a", "x", "N:it", 100, "60.001"),
            _bid("b", "x", "S:it", 100, 60),
            _bid("c", "y", "N:it", 100, 60),
            _bid("d", "y", "S:it", 100, 60),
        ],
    )
    assert [hashlib.sha256(name.encode()).hexdigest()[:5] for name in "abcd"] == ["ca978", "3e23e", "2e7d2", "18ac3"]
    answer = solve(case)
    assert (answer.tied, answer.feasible_count, answer.objectives) == (4, 4, (20_000,))
    assert answer.winners == (("c", "d"),)
    # A third of a point is no tie: bid a is now in every award near the best Q, and bidder x alone the fewest.
    case["bids"][0]["scores"] = {"care": "60.667"}
    assert solve(case).winners == (("a", "b"),)


def test_each_level_is_best_among_those_that_hold_the_earlier_ones() -> None:
    # Level 1, cost, tolerance £10: best £100; at £110 "near" just holds it, at £110.01 "dear" does not.
    # Level 2, quality, tolerance 20: best of the two held is 70, so "cheap" with 50 just holds it. (The 90 of "dear"
    # would have asked for 70.) Level 3, disruption: "cheap" is the incumbent's, so it wins.
    case = _case(
        buyers=[_buyer("N", 180_000)],
        lots=[{"id": "lot", "buyer": "N", "service": "it", "incumbent": "x"}],
        bidders=[_bidder("x"), _bidder("y"), _bidder("z")],
        criteria=_CARE,
        bids=[
            _bid("cheap", "x", "lot", 100, 50),
            _bid("near", "y", "lot", "110.00", 70),
            _bid("dear", "z", "lot", "110.01", 90),
        ],
        objective={
            "mode": "lexicographic",
            "levels": [
                {"objective": "cost", "tolerance": 10},
                {"objective": "quality", "tolerance": "20"},
                {"objective": "disruption"},
            ],
        },
    )
    answer = solve(case)
    assert answer.award == ("cheap",)
    assert answer.objectives == (10_000, 70, 0)
    # Without level 3 both are held, and the tie-break takes the greater quality.
    case["objective"]["levels"].pop()
    answer = solve(case)
    assert (answer.award, answer.tied) == (("near",), 2)


def test_viability_pools_distinct_people_of_local_services() -> None:
    # pool needs 300,000 people: N (180,000) and S (120,000) together, not one of them, nor N in two services, nor N
    # in a local and S in a national service. It is £50 cheaper on each lot.
    lots = [
        {"id": f"{buyer}:{service}", "buyer": buyer, "service": service}
        for buyer, service in (("N", "it"), ("N", "hr"), ("S", "it"), ("S", "bi"))
    ]
    case = _case(
        services=[
            {"id": "it", "name": "IT"},
            {"id": "hr", "name": "HR", "scale": "local"},
            {"id": "bi", "name": "BI", "scale": "national"},
        ],
        lots=lots,
        bidders=[_bidder("pool", viability_floor=300_000), _bidder("rival")],
        bids=[_bid(f"p-{lot['id']}", "pool", lot["id"], 100) for lot in lots]
        + [_bid(f"r-{lot['id']}", "rival", lot["id"], 150) for lot in lots],
    )
    pooled = ("p-N:it", "p-N:hr", "p-S:it", "p-S:bi")
    answer = solve(case)
    # 16 awards. Unviable are those in which pool has a lot of N's two but not S:it (3 x 2), or S:it but none of
    # N's (1 x 2): 8.
    assert (answer.award, answer.objectives, answer.feasible_count) == (pooled, (40_000,), 8)

    def faults(taken: str) -> list[str]:
        return violations(case, {lot["id"]: f"{who}-{lot['id']}" for lot, who in zip(lots, taken, strict=True)})

    assert faults("prpr") == []
    assert faults("pprr") == ["viability[pool]"]
    assert faults("prrp") == ["viability[pool]"]
    assert faults("rrrp") == []
    case["bidders"][0]["served_elsewhere"] = 120_000
    assert faults("pprr") == []
    case["bidders"][0]["served_elsewhere"] = 119_999
    assert faults("pprr") == ["viability[pool]"]


def test_a_partnership_draws_on_its_partners_by_share() -> None:
    # duo on N takes 0.6 x 180,000 = 108,000 of a's capacity; a on S takes 120,000: 228,000 in all.
    case = _case(
        bidders=[
            _bidder("a", capacity={"it": 228_000}),
            _bidder("b", capacity={"it": 72_000}),
            {
                **_bidder("duo", "partnership"),
                "partners": [{"bidder": "a", "share": 0.6}, {"bidder": "b", "share": "0.4"}],
            },
        ],
        bids=[
            _bid("duo N", "duo", "N:it", 100),
            _bid("a N", "a", "N:it", 140),
            _bid("a S", "a", "S:it", 100),
            _bid("b S", "b", "S:it", 130),
        ],
    )
    assert solve(case).award == ("duo N", "a S")
    # One person less, and a must choose: (duo, b) breaks b's shared capacity (72,000 + 120,000) and b's own, and
    # (a, a) is 300,000 of a's own 227,999. (a, b) breaks b's own capacity too: no award is left.
    case["bidders"][0]["capacity"] = {"it": 227_999}
    assert violations(case, {"N:it": "duo N", "S:it": "a S"}) == ["shared_capacity[a, it]"]
    assert violations(case, {"N:it": "a N", "S:it": "a S"}) == ["capacity[a, it]", "shared_capacity[a, it]"]
    assert violations(case, {"N:it": "duo N", "S:it": "b S"}) == ["capacity[b, it]", "shared_capacity[b, it]"]
    assert not solve(case).feasible
    # With room for b alone, (a, b) at £270 is left; (duo, b) still overdraws b by 72,000.
    case["bidders"][1]["capacity"] = {"it": 120_000}
    answer = solve(case)
    assert (answer.award, answer.feasible_count) == (("a N", "b S"), 1)


def test_figures_of_a_bid() -> None:
    # Cost: £1.005 a head x 1,001 people = £1,006.005, so £1,006.01 (half up); over two years at 3.5 %, A = 1 + 1/1.035
    # = 1.966183...: £1,978.00 (1,006.01 x 1.966183575 = 1,978.000). Quality: (2 x 50 + 70 x 1) / 3 = 56.667.
    # Liability: a month of £30,000 a year is 30,000 x 7/365 x 4.35 = £2,502.7397, five complete years £12,513.70 a
    # head; ten heads, half of whom transfer: £62,568.50. Half-time at £18,000, two years, is £23,000 from April 2015:
    # 1,918.7671 x 1/2 x 2 = £1,918.77, of one head half transfers: £959.385. Together £63,527.885: £63,527.89 (half
    # up, once). Buyers pay a quarter: £15,881.9725, £15,881.97. Staff: 10 + 0.5 = 10.5 WTE.
    case = _case(
        date="2015-04-01",
        horizon={"start": "2015-04-01", "years": 2},
        buyers=[_buyer("N", 1_001)],
        lots=[{"id": "lot", "buyer": "N", "service": "it", "incumbent": "old"}],
        bidders=[_bidder("old"), _bidder("new", setup={"it": "10.50"}, overhead=1)],
        criteria=[{"id": "care", "name": "Care", "weight": 2}, {"id": "data", "name": "Data"}],
        bids=[
            {**_bid("b", "new", "lot", "1.005", price_basis="head"), "scores": {"care": 50, "data": 70}},
            {**_bid("o", "old", "lot", 10**6), "scores": {"care": 50, "data": 70}},
        ],
        staff_groups=[
            {"id": "g", "lots": [{"lot": "lot"}], "headcount": 10, "salary": 30_000, "service_years": "5.5"},
            {
                "id": "h",
                "lots": [{"lot": "lot", "share": "0.5"}],
                "headcount": 2,
                "wte_per_head": "0.5",
                "salary": 18_000,
                "service_years": 2,
                "continuous_weeks": 104,
            },
        ],
        transfer_terms={"private": {"transfer": "0.5", "buyer_share": "0.25"}},
        objective={"mode": "money_valued", "disruption": "staff", "disruption_value": 2, "quality_value": 10},
    )
    bid = worths(read(case))["b"]
    (worth,) = bid.offers
    assert (worth.list_price, worth.cost, worth.quality) == (100_601, 197_800, exact("56.667"))
    assert (worth.liability, worth.buyers_liability, worth.disruption) == (6_352_789, 1_588_197, exact("10.5"))
    # The bracket: 63,527.89 + 2 x 10.5 - 10 x 56.667 = £62,982.22.
    assert bid.value == 197_800 + 6_298_222
    # Charges: £10.50, and £1 x 1.966183... = £1.97 of overhead.
    answer = solve(case)
    assert answer.objectives == (197_800 + 6_298_222 + 1_050 + 197,)
    assert answer.totals is not None
    assert answer.totals.cost == 197_800 + 1_050 + 197
    (stays,) = worths(read(case))["o"].offers
    assert (stays.liability, stays.disruption) == (0, Fraction(0))


def test_an_optional_lot_falls_back_on_its_buyer() -> None:
    # The fallback of N costs £90, a bid £100; with a least quality of 61 the fallback (60) is barred, the bid is not.
    case = _case(
        buyers=[_buyer("N", 180_000, shortlist=["x"])],
        lots=[
            {
                "id": "lot",
                "buyer": "N",
                "service": "it",
                "required": False,
                "in_house": {"cost": "90.00", "quality": 60},
            }
        ],
        services=[{"id": "it", "name": "IT", "floor": 200_000}],
        bidders=[_bidder("x", served_elsewhere_by_service={"it": 20_000})],
        criteria=[{"id": "care", "name": "Care", "minimum": 70}],
        bids=[_bid("b", "x", "lot", 100, 70)],
    )
    answer = solve(case)
    assert (answer.award, answer.feasible_count) == (("in-house:lot",), 2)
    case["services"][0]["min_quality"] = 61
    assert solve(case).award == ("b",)
    with pytest.raises(ValueError, match="barred"):
        violations(case, {"lot": "in-house:lot"})
    case["bidders"][0]["served_elsewhere_by_service"] = {"it": "19999.999"}
    assert violations(case, {"lot": "b"}) == ["floor[x, it]"]


def test_in_house_floors_are_waived_only_for_one_that_stays_at_home() -> None:
    bids = [_bid("n", "own", "N:it", 1), _bid("s", "own", "S:it", 9), _bid("t", "t", "S:it", 1)]
    case = _case(
        services=[{"id": "it", "name": "IT", "floor": 200_000, "floor_by_kind": {"private": 0}}],
        bidders=[_bidder("own", "in_house", buyer="N", viability_floor=200_000), _bidder("t")],
        bids=bids,
    )
    assert violations(case, {"N:it": "n", "S:it": "t"}) == ["floor[own, it]", "viability[own]"]
    assert solve(case).award == ("n", "s")
    case["bids"] = [bids[0], bids[2]]
    assert solve(case).award == ("n", "t")


def test_a_group_is_not_the_bidder_of_its_name() -> None:
    case = _case(
        services=[{"id": "it", "name": "IT", "shape": "network"}],
        bidders=[_bidder("x"), _bidder("y", group="x"), _bidder("z", group="x")],
        bids=[_bid("a", "x", "N:it", 1), _bid("b", "y", "S:it", 1), _bid("c", "z", "N:it", 9)],
    )
    assert violations(case, {"N:it": "a", "S:it": "b"}) == ["shape[it]"]
    assert solve(case).award == ("c", "b")


def test_standards_are_of_all_or_of_each_provider() -> None:
    # Weighted by people (3 : 2), 50 on N and 75 on S come to 60 exactly.
    case = _case(
        services=[{"id": "it", "name": "IT", "quality_standard": 60}],
        bidders=[_bidder("x"), _bidder("y")],
        criteria=_CARE,
        bids=[_bid("a", "x", "N:it", 1, 50), _bid("b", "y", "S:it", 1, 75)],
    )
    taken = {"N:it": "a", "S:it": "b"}
    assert violations(case, taken) == []
    case["services"][0]["quality_standard"] = "60.001"
    assert violations(case, taken) == ["quality_standard[it]"]
    case["services"][0]["shape"] = "plural"
    assert violations(case, taken) == ["quality_standard[x, it]"]


def test_limits_of_buyers_counts_and_work() -> None:
    # List prices: £100 on N, £100.01 on S. Liability: one head at £36,500 for two years, £700 a week x 4.35 x 2 =
    # £6,090 on N, all of it the buyer's. Work: 1 WTE on N by its staff, 5 on S as stated.
    case = _case(
        buyers=[
            _buyer("N", 180_000, budget={"2013-14": "99.99"}, liability_cap="6089.99", min_mean_quality="50.001"),
            _buyer("S", 120_000, budget={"2013-14": "100.01"}, liability_cap=0),
        ],
        services=[{"id": "it", "name": "IT", "min_providers": 2, "shape": "plural", "quality_standard": 0}],
        lots=[
            {"id": "n", "buyer": "N", "service": "it"},
            {"id": "s", "buyer": "S", "service": "it", "wte": 5},
        ],
        bidders=[_bidder("x", capacity_wte="5.999")],
        criteria=_CARE,
        bids=[_bid("a", "x", "n", 100, 50), _bid("b", "x", "s", "100.01", 75)],
        staff_groups=[{"id": "g", "lots": [{"lot": "n"}], "headcount": 1, "salary": 36_500, "service_years": 2}],
        liability_cap=6_089,
    )
    assert violations(case, {"n": "a", "s": "b"}) == [
        "capacity_wte[x]",
        "min_providers[it]",
        "budget[N, 2013-14]",
        "liability_cap[N]",
        "liability_cap",
        "min_mean_quality[N]",
        "shape[it]",
    ]


def test_too_many_awards_are_refused() -> None:
    bids = [_bid(f"{lot}{n}", "x", lot, 1) for lot in ("N:it", "S:it") for n in range(64)]
    case = _case(bidders=[_bidder("x")], bids=bids)
    assert solve(case).feasible_count == 4096
    case["bids"].append(_bid("more", "x", "N:it", 1))
    with pytest.raises(ValueError, match="4160 awards"):
        solve(case)


def test_no_award_at_all_is_infeasible() -> None:
    case = _case(buyers=[_buyer("N", 180_000, vetoes=["x"])], bidders=[_bidder("x")], bids=[_bid("a", "x", "N:it", 1)])
    answer = solve(case)
    assert (answer.feasible, answer.award, answer.objectives, answer.totals) == (False, None, (), None)


def test_the_oracle_owes_nothing_to_what_it_judges() -> None:
    # Of others' work only a linear program's solver, whose answers it checks.
    allowed = {*sys.stdlib_module_names, "tests", "numpy", "scipy"}
    for path in Path(__file__).parent.rglob("*.py"):
        if path.name.startswith("test_"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert {name.partition(".")[0] for name in names} <= allowed, path.name
            assert all(name.startswith("tests.oracle") for name in names if name.startswith("tests")), path.name
