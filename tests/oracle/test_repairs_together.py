"""Conflicts and repairs with packages, frameworks and what is bought together, worked out here by hand."""

from fractions import Fraction
from typing import Any

from tests.oracle.by_hand import bid, bidder, buyer, case, package, service
from tests.oracle.members import lifted, members
from tests.oracle.repairs import Repair, Repairs


def _moves(repair: Repair | None) -> dict[str, Fraction | frozenset[str] | None]:
    assert repair is not None
    return {name: move.added or move.after for name, move in repair.way.items()}


def _distance(repair: Repair | None) -> Fraction:
    assert repair is not None
    return repair.distance


def test_competition_is_moved_down_or_widened() -> None:
    # x is accredited, y is not; both bid, and two must compete. Ask for one (1/2), or accredit y (1).
    document = case(
        buyers=[buyer("N", 1)],
        bidders=[bidder("x"), bidder("y")],
        bids=[bid("a", "x", "N:it"), bid("b", "y", "N:it")],
        frameworks=[{"id": "f", "name": "F", "services": ["it"], "accredited": ["x"], "min_competitors": 2}],
    )
    repairs = Repairs(document)
    assert repairs.conflict() == {"framework[f]", "competition[f]"}
    assert repairs.is_minimal(repairs.conflict())
    assert repairs.reach("competition[f]", ["framework[f]"]) == 1
    assert _moves(repairs.least()) == {"competition[f]": 1}
    assert _distance(repairs.least()) == Fraction(1, 2)
    other = repairs.least([{"competition[f]"}])
    assert _moves(other) == {"framework[f]": frozenset({"y"})}
    assert _distance(other) == 1
    # Where three must, there are too few even then: to one (2/3), or accredit y and ask for two (1 + 1/3).
    document["frameworks"][0]["min_competitors"] = 3
    repairs = Repairs(document)
    assert repairs.conflict() == {"competition[f]"}
    assert _distance(repairs.least()) == Fraction(2, 3)
    assert {frozenset(_moves(each)) for each in repairs._all} == {
        frozenset({"competition[f]"}),
        frozenset({"competition[f]", "framework[f]"}),
    }
    assert repairs.least([{"competition[f]"}]) is None


def test_winners_are_accredited_one_by_one() -> None:
    document = case(
        bidders=[bidder("x"), bidder("y")],
        bids=[bid("a", "x", "N:it"), bid("b", "y", "S:it")],
        frameworks=[{"id": "f", "name": "F", "services": ["it"], "accredited": []}],
    )
    least = Repairs(document).least()
    assert _moves(least) == {"framework[f]": frozenset({"x", "y"})}
    assert _distance(least) == 2


def test_a_cap_on_lots_moves_up() -> None:
    # x alone bids for both lots; of all services at most one, of it too.
    document = case(
        services=[service(max_lots_per_bidder=1)],
        bidders=[bidder("x")],
        bids=[package("p", "x", ["N:it", "S:it"])],
        max_lots_per_bidder=1,
    )
    repairs = Repairs(document)
    assert repairs.in_conflict() == {"max_lots", "max_lots[it]"}
    assert _moves(repairs.least()) == {"max_lots": 2, "max_lots[it]": 2}
    assert _distance(repairs.least()) == 2


def test_what_has_no_limit_is_given_up() -> None:
    # x has N and W, y S in between; N and S buy together; y may only be a partner.
    document = case(
        buyers=[buyer("N", 1), buyer("S", 1), buyer("W", 1)],
        services=[service(contiguity={"of": "buyer"})],
        bidders=[bidder("x"), bidder("y", partner_only=True)],
        bids=[bid("a", "x", "N:it"), bid("b", "y", "S:it"), bid("c", "x", "W:it")],
        joint_purchases=[
            {"id": "k", "name": "K", "buyers": ["N", "W"]},
            {"id": "j", "name": "J", "buyers": ["N", "S"]},
        ],
        neighbours=[["N", "S"], ["S", "W"]],
    )
    repairs = Repairs(document)
    assert repairs.in_conflict() == {"contiguity[it]", "joint[j]", "partner_only[y]"}
    assert _moves(repairs.least()) == {"contiguity[it]": None, "joint[j]": None, "partner_only[y]": None}
    assert _distance(repairs.least()) == 3


def test_a_partner_stands_alone_in_a_partnership_too() -> None:
    partners = [{"bidder": "x", "share": "0.5"}, {"bidder": "y", "share": "0.5"}]
    document = case(
        buyers=[buyer("N", 1)],
        bidders=[
            bidder("x", partner_only=True),
            bidder("y", partner_only=True),
            bidder("duo", "partnership", partners=partners),
        ],
        bids=[bid("a", "duo", "N:it")],
    )
    assert _moves(Repairs(document).least()) == {"partner_only[x]": None, "partner_only[y]": None}
    document["bidders"][1]["nhs"] = True
    assert Repairs(document).feasible


def test_exclusive_groups_and_packages_are_no_members() -> None:
    document = case(
        buyers=[buyer("N", 1, vetoes=["x"]), buyer("S", 1)],
        bidders=[bidder("x")],
        bids=[{**bid(name, "x", lot), "exclusive_group": "one"} for name, lot in (("a", "N:it"), ("b", "S:it"))],
    )
    for bids in (document["bids"], [package("p", "x", ["N:it", "W:it"]), package("q", "x", ["S:it", "W:it"])]):
        document["bids"] = bids
        if len(bids[0]["lots"]) > 1:
            document["buyers"].append(buyer("W", 1))
        repairs = Repairs(document)
        assert not repairs.feasible
        assert not repairs.hold_together([])
        assert repairs.conflict() == set()
        assert repairs.least() is None


def test_members_and_what_lifts_them() -> None:
    document: dict[str, Any] = case(
        services=[service(max_lots_per_bidder=2, contiguity={"of": "buyer", "within_km": 3})],
        bidders=[bidder("x", partner_only=True), bidder("y", partner_only=False)],
        bids=[bid("a", "x", "N:it"), bid("b", "y", "S:it")],
        frameworks=[
            {"id": "e", "name": "E", "services": ["it"], "min_competitors": 0},
            {"id": "f", "name": "F", "services": ["hr"], "accredited": ["x"], "min_competitors": 2},
        ],
        joint_purchases=[{"id": name, "name": name, "buyers": ["N", "S"]} for name in "jk"],
        max_lots_per_bidder=3,
    )
    found = members(document)
    assert {name: (member.pointer, member.limit, member.up, member.removed) for name, member in found.items()} == {
        "max_lots[it]": ("/services/0/max_lots_per_bidder", 2, True, True),
        "contiguity[it]": ("/services/0/contiguity", None, False, True),
        "partner_only[x]": ("/bidders/0/partner_only", None, False, True),
        "max_lots": ("/max_lots_per_bidder", 3, True, True),
        "joint[j]": ("/joint_purchases/0", None, False, True),
        "joint[k]": ("/joint_purchases/1", None, False, True),
        "framework[f]": ("/frameworks/1/accredited", None, False, True),
        "competition[f]": ("/frameworks/1/min_competitors", 2, False, False),
    }
    bare = lifted(document, found.values())
    assert members(bare) == {}
    assert bare["joint_purchases"] == []
    assert bare["frameworks"][1] == {"id": "f", "name": "F", "services": ["hr"], "min_competitors": 0}
