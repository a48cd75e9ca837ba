"""Caps on lots, joint purchases, contiguity, outposts and national boards, worked out here by hand."""

from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.award import Outpost
from tests.oracle.by_hand import bid, bidder, buyer, case, package, service
from tests.oracle.enumerate import solve, violations
from tests.oracle.places import kilometres

_LOTS = ("N:it", "S:it")


def _two(**tables: Any) -> dict[str, Any]:
    """Bidder x asks £1 for each lot, y £5 for N and £3 for S."""
    usual: dict[str, Any] = {
        "bidders": [bidder("x"), bidder("y")],
        "bids": [
            *(bid(f"x {lot}", "x", lot, 1) for lot in _LOTS),
            bid("y N:it", "y", "N:it", 5),
            bid("y S:it", "y", "S:it", 3),
        ],
    }
    return case(**usual | tables)


def test_caps_on_lots_are_of_all_services_and_of_one() -> None:
    document = _two(max_lots_per_bidder=1)
    both = {"N:it": "x N:it", "S:it": "x S:it"}
    assert violations(document, both) == ["max_lots[x]"]
    assert solve(document).award == ("x N:it", "y S:it")
    del document["max_lots_per_bidder"]
    document["services"][0]["max_lots_per_bidder"] = 1
    assert violations(document, both) == ["max_lots[x, it]"]
    # A package is as many lots as it has.
    document["bids"].append(package("p", "x", list(_LOTS), 1))
    assert violations(document, {"N:it": "p", "S:it": "p"}) == ["max_lots[x, it]"]
    # At home there is no cap: here two services of N for itself.
    document = case(
        buyers=[buyer("N", 1)],
        services=[service(), {"id": "hr", "name": "HR"}],
        bidders=[bidder("own", "in_house", buyer="N")],
        bids=[bid("a", "own", "N:it"), bid("b", "own", "N:hr")],
        max_lots_per_bidder=1,
    )
    assert solve(document).feasible


def test_a_joint_purchase_is_of_one_supplier() -> None:
    # Apart N takes x and S y, £1 and £2; together x is £1 + £4, y £5 + £2.
    document = case(
        bidders=[bidder("x"), bidder("y")],
        bids=[
            bid("a", "x", "N:it", 1),
            bid("b", "y", "N:it", 5),
            bid("c", "x", "S:it", 4),
            bid("d", "y", "S:it", 2),
        ],
    )
    assert solve(document).award == ("a", "d")
    document["joint_purchases"] = [{"id": "j", "name": "Jointly", "buyers": ["N", "S"]}]
    answer = solve(document)
    assert (answer.award, answer.feasible_count) == (("a", "c"), 2)
    assert violations(document, {"N:it": "a", "S:it": "d"}) == ["joint[j, it]"]
    # Other services are free, and so are they where the purchase names others.
    document["services"].append({"id": "hr", "name": "HR"})
    document["bids"] += [bid("e", "x", "N:hr", 1), bid("f", "y", "S:hr", 1)]
    assert not solve(document).feasible
    document["joint_purchases"][0]["services"] = ["it"]
    assert solve(document).award == ("a", "e", "c", "f")


def test_a_joint_purchase_takes_in_areas_and_regions() -> None:
    document = case(
        buyers=[
            buyer("N", 1, area="A", region="R"),
            buyer("S", 1, area="B", region="R"),
            buyer("W", 1, area="B", region="Q"),
        ],
        bidders=[bidder(name) for name in "xyz"],
        bids=[bid("a", "x", "N:it"), bid("b", "y", "S:it"), bid("c", "z", "W:it")],
    )
    taken = {"N:it": "a", "S:it": "b", "W:it": "c"}
    for who in ({"areas": ["B"]}, {"regions": ["R"]}, {"regions": ["Q"], "buyers": ["N"]}):
        document["joint_purchases"] = [{"id": "j", "name": "J", **who}]
        assert violations(document, taken) == ["joint[j, it]"]
    document["bids"][2]["bidder"] = "y"
    document["joint_purchases"] = [{"id": "j", "name": "J", "areas": ["B"]}]
    assert violations(document, taken) == []


def test_fallbacks_are_one_supplier_of_a_joint_purchase() -> None:
    # Each for itself (£9 + £9) or x for both (£20): not one of each, £1 cheaper on N.
    lots = [
        {"id": who, "buyer": who, "service": "it", "required": False, "in_house": {"cost": 9, "quality": 0}}
        for who in ("N", "S")
    ]
    document = case(
        lots=lots,
        bidders=[bidder("x")],
        bids=[bid("a", "x", "N", 8), bid("b", "x", "S", 12)],
        joint_purchases=[{"id": "j", "name": "J", "buyers": ["N", "S"]}],
    )
    answer = solve(document)
    assert (answer.award, answer.feasible_count) == (("in-house:N", "in-house:S"), 2)
    assert violations(document, {"N": "a", "S": "in-house:S"}) == ["joint[j, it]"]
    # A buyer's own bidder is a supplier like others.
    document["bidders"].append(bidder("own", "in_house", buyer="N"))
    document["bids"].append(bid("o", "own", "N", 1))
    assert violations(document, {"N": "o", "S": "in-house:S"}) == ["joint[j, it]"]


def _row_of_three(**more: Any) -> dict[str, Any]:
    """N is 8 hundredths of a degree north of M, M 4 of S; x bids for all, y for M too, at £100 less."""
    return case(
        buyers=[
            buyer(name, 1, area=area, lon=0, lat=lat)
            for name, area, lat in (("N", "far", 0.12), ("M", "mid", 0.04), ("S", "near", 0))
        ],
        services=[service(**more)],
        bidders=[bidder("x"), bidder("y")],
        bids=[
            bid("n", "x", "N:it"),
            bid("m", "x", "M:it", 200),
            bid("s", "x", "S:it"),
            bid("y", "y", "M:it"),
        ],
    )


def test_ground_hangs_together_by_listed_neighbours() -> None:
    document = _row_of_three(contiguity={"of": "buyer"})
    apart = {"N:it": "n", "M:it": "y", "S:it": "s"}
    document["neighbours"] = [["N", "M"], ["S", "M"]]
    assert violations(document, apart) == ["contiguity[x, it]"]
    assert solve(document).award == ("n", "m", "s")
    document["neighbours"].append(["S", "N"])
    assert solve(document).award == ("n", "y", "s")
    # Of areas it takes pairs of areas.
    document["services"][0]["contiguity"] = {}
    assert violations(document, apart) == ["contiguity[x, it]"]
    document["neighbours"] = [["near", "far"]]
    assert violations(document, apart) == []


def test_ground_hangs_together_within_a_distance() -> None:
    # A hundredth of a degree of a great circle is 6371.0088 x pi / 18000 = 1.111951 km: from N to M 8.8956, from M to S
    # 4.4478, from N to S 13.3434.
    degree = kilometres((0, 0), (0, 1))
    assert degree == pytest.approx(111.19508, abs=1e-5)
    # Manchester to Liverpool, from Piccadilly to Lime Street: some fifty kilometres.
    assert kilometres((-2.2309, 53.4774), (-2.9779, 53.4074)) == pytest.approx(50.1, abs=0.3)
    whole = {"N:it": "n", "M:it": "m", "S:it": "s"}
    for within, broken in (("8.895", True), ("8.896", False)):
        document = _row_of_three(contiguity={"of": "buyer", "within_km": within})
        assert violations(document, whole) == ["contiguity[x, it]"] * broken
    apart = whole | {"M:it": "y"}
    for within, broken in (("13.343", True), ("13.344", False)):
        document = _row_of_three(contiguity={"of": "buyer", "within_km": within})
        assert violations(document, apart) == ["contiguity[x, it]"] * broken
    # Listed neighbours count for nothing then; nobody is near to a buyer without a position.
    document["neighbours"] = [["N", "S"]]
    del document["buyers"][2]["lat"]
    assert violations(document, apart) == ["contiguity[x, it]"]


def test_places_are_near_if_some_of_their_buyers_are() -> None:
    # N and M in one area: S is within 5 km of M.
    document = _row_of_three(contiguity={"of": "area", "within_km": 5})
    document["buyers"][1]["area"] = "far"
    assert violations(document, {"N:it": "n", "M:it": "y", "S:it": "s"}) == []


def test_outposts_are_kept_where_a_provider_serves() -> None:
    # For two years, A = 1.966183..., at £1.01 a WTE a year: 2 WTE in A are £3.9716..., £3.97, 0.5 in B £0.9929..., £0.99.
    # W is in an area that is not named, and y, who serves it, keeps none; nor does own, at home.
    document = case(
        horizon={"start": "2013-04-01", "years": 2},
        buyers=[buyer("N", 1, area="A"), buyer("S", 1, area="B"), buyer("W", 1, area="C")],
        services=[service(outposts={"B": "0.5", "A": 2})],
        bidders=[
            bidder("y"),
            bidder("x", outpost_cost={"it": "1.01"}, capacity_wte="2.499"),
            bidder("own", "in_house", buyer="N", outpost_cost={"it": 100}),
        ],
        bids=[bid("a", "x", "N:it"), bid("b", "x", "S:it"), bid("c", "y", "W:it"), bid("o", "own", "N:it", 103)],
    )
    assert violations(document, {"N:it": "a", "S:it": "b", "W:it": "c"}) == ["capacity_wte[x]"]
    answer = solve(document)
    assert answer.totals is not None
    assert answer.award == ("o", "b", "c")
    assert answer.totals.outposts == (Outpost("x", "it", "B", Fraction(1, 2), 99),)
    # With room for both: x is £196.62 + £3.97 for N, £200.59; own £103 x A = £202.52.
    document["bidders"][1]["capacity_wte"] = "2.5"
    answer = solve(document)
    assert answer.totals is not None
    assert answer.award == ("a", "b", "c")
    assert answer.objectives == (3 * 19_662 + 397 + 99,)
    assert answer.totals.charges == 397 + 99
    assert answer.totals.outposts == (
        Outpost("x", "it", "B", Fraction(1, 2), 99),
        Outpost("x", "it", "A", Fraction(2), 397),
    )
    # At £102 own is £200.55, four pence less than x.
    document["bids"][3]["price"] = 102
    assert solve(document).award == ("o", "b", "c")


def test_a_partner_lends_its_share_of_outposts_too() -> None:
    # duo keeps 4 WTE for a lot of 2: a half of 6 is 3 of the partner's capacity.
    document = case(
        buyers=[buyer("N", 1, area="A")],
        lots=[{"id": "n", "buyer": "N", "service": "it", "wte": 2}],
        services=[service(outposts={"A": 4})],
        bidders=[
            bidder("x", capacity_wte="2.999"),
            bidder("duo", "partnership", partners=[{"bidder": "x", "share": "0.5"}]),
        ],
        bids=[bid("a", "duo", "n")],
    )
    assert violations(document, {"n": "a"}) == ["capacity_wte[x]"]
    document["bidders"][0]["capacity_wte"] = 3
    assert violations(document, {"n": "a"}) == []


def test_the_people_of_a_national_board_are_not_counted() -> None:
    document = case(
        buyers=[buyer("N", 180_000), buyer("board", 5_000_000, kind="national_board")],
        bidders=[bidder("x", viability_floor=180_001), bidder("y")],
        bids=[bid("a", "x", "N:it"), bid("b", "x", "board:it"), bid("c", "y", "N:it")],
    )
    assert violations(document, {"N:it": "a", "board:it": "b"}) == ["viability[x]"]
    # With the board alone x need not stand.
    assert violations(document, {"N:it": "c", "board:it": "b"}) == []
