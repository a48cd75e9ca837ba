"""Packages and exclusive groups, worked out here by hand."""

from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.by_hand import bid, bidder, buyer, care, case, package, service
from tests.oracle.covers import count, covers
from tests.oracle.enumerate import solve, violations
from tests.oracle.reading import read
from tests.oracle.sharing import by_weight
from tests.oracle.worth import worths

_TWO = [service(), {"id": "hr", "name": "HR"}]


def _on_lots(document: dict[str, Any], name: str) -> list[tuple[str, int, int]]:
    return [(offer.lot.id, offer.list_price, offer.cost) for offer in worths(read(document))[name].offers]


def test_covers_take_each_lot_once() -> None:
    bids = {"a": ["1"], "b": ["2"], "c": ["3"], "ac": ["3", "1"], "abc": ["1", "2", "3"], "d": ["2"]}
    found = {tuple(sorted(cover)) for cover in covers(["1", "2", "3"], bids)}
    assert found == {("a", "b", "c"), ("a", "c", "d"), ("ac", "b"), ("ac", "d"), ("abc",)}
    assert count(["1", "2", "3"], bids) == 5
    # Two lots that are each bid for only with the third: no choice covers all.
    assert count(["1", "2", "3"], {"a": ["1", "3"], "b": ["2", "3"]}) == 0


def test_a_package_wins_by_a_pound_and_loses_by_one() -> None:
    # £100 + £100 apart. Together £199 is less, £201 more; at £200 all tie, Q is 0, and x alone is the fewest.
    document = case(
        bidders=[bidder("x"), bidder("y"), bidder("z")],
        bids=[bid("a", "y", "N:it"), bid("b", "z", "S:it"), package("p", "x", ["N:it", "S:it"], 199)],
    )
    answer = solve(document)
    assert (answer.award, answer.objectives, answer.feasible_count) == (("p", "p"), (19_900,), 2)
    document["bids"][2]["price"] = 201
    assert solve(document).award == ("a", "b")
    document["bids"][2]["price"] = 200
    answer = solve(document)
    assert (answer.award, answer.tied) == (("p", "p"), 2)


def test_a_package_is_all_or_nothing() -> None:
    document = case(
        bidders=[bidder("x")],
        bids=[bid("a", "x", "N:it"), bid("b", "x", "S:it"), package("p", "x", ["S:it", "N:it"])],
    )
    assert violations(document, {"N:it": "p", "S:it": "p"}) == []
    for taken in ({"N:it": "p", "S:it": "b"}, {"N:it": "a", "S:it": "p"}):
        with pytest.raises(ValueError, match="all the lots they were made for"):
            violations(document, taken)


def test_pence_go_to_the_largest_remainders() -> None:
    # £100.01 over 180,000 and 120,000 people: £60.006 and £40.004. Rounded down £100.00; the penny goes to N.
    document = case(
        services=_TWO,
        bidders=[bidder("x")],
        bids=[package("p", "x", ["S:it", "N:it"], "100.01"), package("q", "x", ["N:hr", "N:it"], "100.01")],
    )
    assert _on_lots(document, "p") == [("S:it", 4_000, 4_000), ("N:it", 6_001, 6_001)]
    # Two services of one buyer: £50.005 each, the penny to the lot named first.
    assert _on_lots(document, "q") == [("N:hr", 5_001, 5_001), ("N:it", 5_000, 5_000)]
    # Over two years at 3.5 % the cost, £100.01 x 1.9661835... = £196.638..., is shared by itself: £117.984 and £78.656.
    document["horizon"]["years"] = 2
    assert _on_lots(document, "p") == [("S:it", 4_000, 7_866), ("N:it", 6_001, 11_798)]
    assert by_weight(100, [Fraction(1)] * 3) == [34, 33, 33]
    assert by_weight(2, [Fraction(1)] * 3) == [1, 1, 0]
    assert by_weight(0, [Fraction(1), Fraction(2)]) == [0, 0]


def test_a_package_is_shared_by_volume_in_one_unit_and_else_by_people() -> None:
    # N has 10 units of each service, S 30 of hr. In one unit hr of N and S is 1 : 3; by people it is 3 : 2.
    lots = [{"id": f"{who}:hr", "buyer": who, "service": "hr", "volume": much} for who, much in (("N", 10), ("S", 30))]
    lots.append({"id": "N:it", "buyer": "N", "service": "it", "volume": 10})
    document = case(
        services=[service(), {"id": "hr", "name": "HR", "unit": "WTE"}],
        lots=lots,
        bidders=[bidder("x")],
        bids=[package("p", "x", ["N:hr", "S:hr"]), package("q", "x", ["S:hr", "N:it"]), bid("a", "x", "N:it")],
    )
    assert _on_lots(document, "p") == [("N:hr", 2_500, 2_500), ("S:hr", 7_500, 7_500)]
    assert _on_lots(document, "q") == [("S:hr", 4_000, 4_000), ("N:it", 6_000, 6_000)]


def test_a_price_a_head_counts_each_buyer_once() -> None:
    # Two lots of N and one of S: £0.50 x (180,000 + 120,000) = £150,000; by volume 18 : 18 : 12.
    document = case(
        services=_TWO,
        bidders=[bidder("x")],
        bids=[package("p", "x", ["N:it", "N:hr", "S:it"], "0.5", price_basis="head"), bid("a", "x", "S:hr")],
    )
    assert [price for _, price, _ in _on_lots(document, "p")] == [5_625_000, 5_625_000, 3_750_000]


def test_a_budget_takes_the_share_on_its_buyers_lots() -> None:
    document = case(
        buyers=[buyer("N", 180_000, budget={"2013-14": "60.01"}), buyer("S", 120_000, budget={"2013-14": "39.99"})],
        bidders=[bidder("x")],
        bids=[package("p", "x", ["N:it", "S:it"], "100.01")],
    )
    assert violations(document, {"N:it": "p", "S:it": "p"}) == ["budget[S, 2013-14]"]


def test_a_bar_on_one_lot_bars_the_package() -> None:
    document = case(
        buyers=[buyer("N", 180_000), buyer("S", 120_000)],
        services=_TWO,
        bidders=[bidder("x")],
        criteria=[care(services=["it"]), {"id": "data", "name": "Data", "services": ["hr"]}],
        bids=[
            package("p", "x", ["N:it", "S:hr"], score=60, scores={"care": 60, "data": 40}),
            bid("a", "x", "S:it", 1, 60),
            {**bid("b", "x", "N:hr"), "scores": {"data": 40}},
        ],
    )

    def bars() -> tuple[str, ...]:
        return worths(read(document))["p"].bars

    assert bars() == ()
    assert [offer.quality for offer in worths(read(document))["p"].offers] == [60, 40]
    document["services"][1]["min_quality"] = 41
    assert bars() == ("min_quality[S:hr]",)
    del document["services"][1]["min_quality"]
    document["criteria"][1]["minimum"] = 50
    assert bars() == ("minimum[data]",)
    del document["criteria"][1]["minimum"]
    document["buyers"][1]["vetoes"] = ["x"]
    document["buyers"][0]["shortlist"] = []
    assert bars() == ("shortlist[N]", "veto[S, x]")


def test_the_value_of_a_package_is_rounded_once() -> None:
    # A point of Q is worth £1, each lot weighs a half: a single bid of 33.333 points is worth £16.6665, £16.67; two
    # £33.34. The package is worth £33.333, £33.33, and loses by a penny at the same price.
    document = case(
        buyers=[buyer("N", 100_000), buyer("S", 100_000)],
        bidders=[bidder("x")],
        criteria=[care()],
        bids=[
            bid("a", "x", "N:it", 100, "33.333"),
            bid("b", "x", "S:it", 100, "33.333"),
            package("p", "x", ["N:it", "S:it"], 200, "33.333"),
        ],
        objective={"mode": "money_valued", "quality_value": 1},
    )
    answer = solve(document)
    assert (answer.award, answer.objectives, answer.tied) == (("a", "b"), (20_000 - 3_334,), 1)
    document["bids"].pop(1)
    document["bids"].pop(0)
    assert solve(document).objectives == (20_000 - 3_333,)


def test_of_an_exclusive_group_one_bid_at_most() -> None:
    # a and b are best, but of one group of x; y calls a group alike, which is another. a + d = 1 + 5, c + b = 3 + 1.
    document = case(
        bidders=[bidder("x"), bidder("y")],
        bids=[
            {**bid("a", "x", "N:it", 1), "exclusive_group": "either"},
            {**bid("b", "x", "S:it", 1), "exclusive_group": "either"},
            {**bid("c", "y", "N:it", 3), "exclusive_group": "either"},
            bid("d", "y", "S:it", 5),
        ],
    )
    answer = solve(document)
    assert (answer.award, answer.feasible_count) == (("c", "b"), 3)
    assert violations(document, {"N:it": "a", "S:it": "b"}) == ["exclusive[x, either]"]


def test_where_no_choice_covers_each_lot_there_is_no_award() -> None:
    document = case(
        buyers=[buyer("N", 1), buyer("S", 1), buyer("W", 1)],
        bidders=[bidder("x")],
        bids=[package("p", "x", ["N:it", "W:it"]), package("q", "x", ["S:it", "W:it"])],
    )
    assert not solve(document).feasible
