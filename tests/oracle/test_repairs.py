"""Conflicts and repairs of small cases, worked out here by hand."""

import random
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.by_hand import bid, bidder, buyer, care, case, service
from tests.oracle.enumerate import solve
from tests.oracle.infeasible import infeasible_case
from tests.oracle.members import Member, lifted, members
from tests.oracle.patch import patched
from tests.oracle.random_case import random_case
from tests.oracle.repairs import Repair, Repairs
from tests.oracle.ways import Move

_BUDGET = {"2013-14": 90}


def _moves(repair: Repair | None) -> dict[str, Fraction | frozenset[str] | None]:
    assert repair is not None
    return {name: move.added or move.after for name, move in repair.way.items()}


def test_a_budget_and_a_floor_of_quality() -> None:
    # a costs £100 for 50 points, b £200 for 80. Budget £90, at least 60 points: take a and move both (10/90 + 10/60 =
    # 5/18), or b and move the budget alone (110/90).
    tables: dict[str, Any] = {
        "buyers": [buyer("N", 180_000, budget=_BUDGET, min_mean_quality=60)],
        "bidders": [bidder("x"), bidder("y")],
        "criteria": [care()],
        "bids": [bid("a", "x", "N:it", 100, 50), bid("b", "y", "N:it", 200, 80)],
    }
    repairs = Repairs(case(**tables))
    assert not repairs.feasible
    assert repairs.conflict() == {"budget[N, 2013-14]"}
    assert repairs.reach("budget[N, 2013-14]", []) == 100
    assert repairs.reach("budget[N, 2013-14]", ["min_mean_quality[N]"]) == 200
    assert _moves(repairs.least()) == {"budget[N, 2013-14]": 100, "min_mean_quality[N]": 50}
    assert _distance(repairs.least()) == Fraction(5, 18)
    assert _moves(repairs.least_of_one()) == {"budget[N, 2013-14]": 200}
    assert _distance(repairs.least_of_one()) == Fraction(11, 9)
    # With £150 the two are in conflict only together, and the cheapest is to let go 10 points of 60.
    tables["buyers"][0]["budget"] = {"2013-14": 150}
    repairs = Repairs(case(**tables))
    assert repairs.conflict() == {"budget[N, 2013-14]", "min_mean_quality[N]"}
    assert repairs.is_minimal(repairs.conflict())
    assert _moves(repairs.least()) == _moves(repairs.least_of_one()) == {"min_mean_quality[N]": 50}
    assert _moves(repairs.least([{"min_mean_quality[N]"}])) == {"budget[N, 2013-14]": 200}
    assert repairs.least([{"min_mean_quality[N]"}, {"budget[N, 2013-14]"}]) is None


def _distance(repair: Repair | None) -> Fraction:
    assert repair is not None
    return repair.distance


def test_what_is_no_part_of_a_conflict() -> None:
    tables: dict[str, Any] = {
        "buyers": [buyer("N", 180_000, budget=_BUDGET, liability_cap=0)],
        "bidders": [bidder("x", capacity={"it": 1}, capacity_wte=0)],
        "bids": [bid("a", "x", "N:it")],
    }
    repairs = Repairs(case(**tables))
    assert not repairs.is_minimal({"budget[N, 2013-14]", "capacity[x, it]"})  # either alone is enough
    assert not repairs.is_minimal({"budget[N, 2013-14]", "liability_cap[N]"})  # nobody owes anything
    assert not repairs.is_minimal({"liability_cap[N]", "capacity_wte[x]"})
    assert repairs.in_conflict() == {"budget[N, 2013-14]", "capacity[x, it]"}
    assert repairs.least_of_one() is None


def test_a_floor_is_moved_to_its_smallest_provider_with_what_that_serves_elsewhere() -> None:
    # x has N, 180,000, and y S, 120,000 and 30,000 elsewhere: 150,000 of 200,000. Were x alone, S would not be served.
    tables: dict[str, Any] = {
        "services": [service(floor=200_000)],
        "bidders": [bidder("x"), bidder("y", served_elsewhere_by_service={"it": 30_000})],
        "bids": [bid("a", "x", "N:it"), bid("b", "y", "S:it")],
    }
    assert _moves(Repairs(case(**tables)).least()) == {"floor[it]": 150_000}
    # Of kind voluntary y has a floor of its own, 160,000: two moves, to 150,000 and to x's 180,000.
    tables["services"] = [service(floor=200_000, floor_by_kind={"voluntary": 160_000})]
    tables["bidders"][1]["kind"] = "voluntary"
    least = Repairs(case(**tables)).least()
    assert _moves(least) == {"floor[it]": 180_000, "floor_by_kind[it, voluntary]": 150_000}
    assert _distance(least) == Fraction(1, 10) + Fraction(1, 16)


def test_a_partner_needs_room_for_its_own_and_its_share() -> None:
    # x wins S, 120,000, and a third of the pair's N, 59,999.94, as the share is given.
    partners = [{"bidder": "x", "share": "0.333333"}, {"bidder": "y", "share": "0.666667"}]
    tables: dict[str, Any] = {
        "bidders": [
            bidder("x", capacity={"it": 100_000}),
            bidder("y"),
            bidder("pair", "partnership", partners=partners),
        ],
        "bids": [bid("a", "pair", "N:it"), bid("b", "x", "S:it")],
    }
    repairs = Repairs(case(**tables))
    assert _moves(repairs.least()) == {"capacity[x, it]": Fraction("179999.94")}
    tables["bidders"][0]["capacity"] = {"it": 0}
    assert _distance(Repairs(case(**tables)).least()) == Fraction(
        "179999.94"
    )  # of a capacity of 0 every unit counts whole


def test_rounded_outward() -> None:
    # Means over 5 : 3 : 4 twelfths of the people: (5 x 50 + 3 x 70 + 4 x 61) / 12 = 58.666…
    tables: dict[str, Any] = {
        "buyers": [buyer("N", 50_000), buyer("S", 30_000), buyer("W", 40_000)],
        "services": [service(quality_standard=60)],
        "bidders": [bidder("x")],
        "criteria": [care()],
        "bids": [bid(f"{lot}", "x", f"{lot}:it", 100, score) for lot, score in (("N", 50), ("S", 70), ("W", 61))],
    }
    repairs = Repairs(case(**tables))
    assert _moves(repairs.least()) == {"quality_standard[it]": Fraction(176, 3)}
    assert _distance(repairs.least()) == Fraction(4, 3) / 60
    assert repairs.least_rounded() == (60 - Fraction("58.666")) / 60


def test_a_bid_with_two_bars_needs_both_moved() -> None:
    # The only bid for N scores 40, where 50 points are asked and 45 of the criterion; and N will not have x.
    tables: dict[str, Any] = {
        "buyers": [buyer("N", 180_000, vetoes=["z", "x"], shortlist=["y"])],
        "lots": [{"id": "n", "buyer": "N", "service": "it"}],
        "services": [service(min_quality=50)],
        "bidders": [bidder("x"), bidder("y"), bidder("z")],
        "criteria": [care(minimum=45)],
        "bids": [bid("a", "x", "n", 100, 40)],
    }
    repairs = Repairs(case(**tables))
    least = repairs.least()
    assert least is not None
    assert _moves(least) == {
        "min_quality[it]": 40,
        "minimum[care]": 40,
        "veto[N, x]": None,
        "shortlist[N]": frozenset({"x"}),
    }
    assert least.distance == Fraction(1, 5) + Fraction(1, 9) + 2
    # A lot's own least quality stands in place of its service's.
    tables["lots"][0]["min_quality"] = "40.5"
    assert _moves(Repairs(case(**tables)).least()).keys() == {
        "min_quality[n]",
        "minimum[care]",
        "veto[N, x]",
        "shortlist[N]",
    }


def test_a_fallback_is_barred_by_least_quality_alone() -> None:
    tables: dict[str, Any] = {
        "buyers": [buyer("N", 180_000, vetoes=["x"], shortlist=[])],
        "lots": [{"id": "n", "buyer": "N", "service": "it", "required": False, "in_house": {"cost": 1, "quality": 30}}],
        "services": [service(min_quality=40)],
        "bidders": [bidder("x")],
        "criteria": [care(minimum=99)],
        "bids": [bid("a", "x", "n", 100, 20)],
    }
    assert _moves(Repairs(case(**tables)).least()) == {"min_quality[it]": 30}


def test_a_shape_given_up_asks_for_one_mean_of_all() -> None:
    # x has 50 points on N and y 75 on S: by people (3 : 2) 60 together.
    tables: dict[str, Any] = {
        "services": [service(shape="plural", quality_standard=60)],
        "bidders": [bidder("x"), bidder("y")],
        "criteria": [care()],
        "bids": [bid("a", "x", "N:it", 1, 50), bid("b", "y", "S:it", 1, 75)],
    }
    repairs = Repairs(case(**tables))
    assert repairs.conflict() == {"quality_standard[it]", "shape[it]"}
    assert _moves(repairs.least()) == {"quality_standard[it]": 50}
    assert _moves(repairs.least([{"quality_standard[it]"}])) == {"shape[it]": None}
    # At 70 the mean of all is not enough: giving up the shape would need the standard moved as well.
    tables["services"][0]["quality_standard"] = 70
    repairs = Repairs(case(**tables))
    assert repairs.conflict() == {"quality_standard[it]"}
    assert repairs.reach("quality_standard[it]", []) == 60
    assert repairs.reach("quality_standard[it]", ["shape[it]"]) == 50
    # With one provider the shape must go, whatever the standard.
    tables["services"][0]["quality_standard"] = 0
    tables["bids"][1]["bidder"] = "x"
    assert _moves(Repairs(case(**tables)).least()) == {"shape[it]": None}


def test_counts_viability_and_years() -> None:
    tables: dict[str, Any] = {
        "buyers": [buyer("N", 180_000, budget={"2013-14": 0, "2014-15": 50})],
        "horizon": {"start": "2013-04-01", "years": 2},
        "services": [service(min_providers=3)],
        "bidders": [{"id": "x", "name": "X", "kind": "private", "served_elsewhere": 20_000}],
        "bids": [bid("a", "x", "N:it")],
    }
    least = Repairs(case(**tables)).least()
    assert _moves(least) == {
        "min_providers[it]": 1,
        "viability[x]": 200_000,
        "budget[N, 2013-14]": 100,
        "budget[N, 2014-15]": 100,
    }
    assert _distance(least) == Fraction(2, 3) + Fraction(1, 3) + 100 + 1


def test_members_and_what_lifts_them() -> None:
    tables: dict[str, Any] = {
        "buyers": [buyer("N", 180_000, budget=_BUDGET, vetoes=["x", "y", "x/~"], shortlist=["z"])],
        "services": [service(shape="plural", quality_standard=1, floor=1, floor_by_kind={"private": 2}, min_quality=0)],
        "bidders": [bidder("x/~", capacity={"it": 0}, capacity_wte=3), {**bidder("y"), "viability_floor": 5}],
        "criteria": [care(minimum=4)],
        "bids": [bid("a", "y", "N:it", 100, 0)],
        "liability_cap": 9,
    }
    document = case(**tables)
    found = members(document)
    assert {name: (member.pointer, member.limit) for name, member in found.items()} == {
        "floor[it]": ("/services/0/floor", 1),
        "floor_by_kind[it, private]": ("/services/0/floor_by_kind/private", 2),
        "quality_standard[it]": ("/services/0/quality_standard", 1),
        "shape[it]": ("/services/0/shape", None),
        "capacity[x/~, it]": ("/bidders/0/capacity/it", 0),
        "capacity_wte[x/~]": ("/bidders/0/capacity_wte", 3),
        "viability[y]": ("/bidders/1/viability_floor", 5),
        "budget[N, 2013-14]": ("/buyers/0/budget/2013-14", 90),
        "veto[N, x]": ("/buyers/0/vetoes/0", None),
        "veto[N, y]": ("/buyers/0/vetoes/1", None),
        "veto[N, x/~]": ("/buyers/0/vetoes/2", None),
        "shortlist[N]": ("/buyers/0/shortlist", None),
        "minimum[care]": ("/criteria/0/minimum", 4),
        "liability_cap": ("/liability_cap", 9),
    }
    before = str(document)
    bare = lifted(document, [found["veto[N, x]"], found["veto[N, x/~]"], found["shape[it]"], found["floor[it]"]])
    assert bare["buyers"][0]["vetoes"] == ["y"]
    assert "shape" not in bare["services"][0]
    assert bare["services"][0]["floor"] == 0
    assert str(document) == before
    assert members(lifted(document, found.values())) == {}
    odd = Member("odd", ("bidders", 0, "capacity", "a/b~c"), None, up=True, step=Fraction(1), removed=True)
    assert odd.pointer == "/bidders/0/capacity/a~1b~0c"


def test_a_name_for_two_is_refused() -> None:
    lots = [{"id": "it", "buyer": "N", "service": "it", "min_quality": 1}]
    with pytest.raises(ValueError, match=r"two members are called min_quality\[it\]"):
        members(case(lots=lots, services=[service(min_quality=1)], bidders=[]))


@pytest.mark.parametrize("seed", [pytest.param(seed, marks=[] if seed < 8 else pytest.mark.deep) for seed in range(20)])
def test_holding_together_is_lifting_the_others(seed: int) -> None:
    """Of any set of members the answer is that of the case with all others lifted."""
    document = infeasible_case(seed) if seed % 2 else random_case(seed)
    repairs = Repairs(document)
    chance = random.Random(seed)
    for kept in [{name for name in repairs.members if chance.random() < share} for share in (0.3, 0.7, 0.9, 1)]:
        others = [member for name, member in repairs.members.items() if name not in kept]
        assert repairs.hold_together(kept) == solve(lifted(document, others)).feasible


@pytest.mark.parametrize("seed", range(20))
def test_repairs_and_reaches_are_enough_and_just_enough(seed: int) -> None:
    """Made, a repair allows an award; of a conflict, a limit at its reach does, and a step before it does not."""
    document = infeasible_case(seed)
    repairs = Repairs(document)
    for repair in filter(None, (repairs.least(), repairs.least_of_one())):
        assert solve(_moved(document, repair.way.values())).feasible
    conflict = repairs.conflict()
    assert repairs.is_minimal(conflict)
    assert conflict <= repairs.in_conflict()
    others = [member for name, member in repairs.members.items() if name not in conflict]
    for name in conflict:
        member, reach = repairs.members[name], repairs.reach(name, conflict)
        if reach is not None:
            enough = member.outward(reach)
            before = enough - member.step if member.up else enough + member.step
            assert solve(_moved(lifted(document, others), [Move(member, enough)])).feasible
            assert not solve(_moved(lifted(document, others), [Move(member, before)])).feasible


def _moved(document: dict[str, Any], moves: Iterable[Move]) -> dict[str, Any]:
    """The document with limits moved outward, bidders added to shortlists, and given up what is."""
    operations: list[dict[str, Any]] = []
    given_up = []
    for move in moves:
        pointer = move.member.pointer
        if move.after is not None:
            after = move.member.outward(move.after)
            value = int(after) if move.member.step == 1 else str(Decimal(after.numerator) / after.denominator)
            operations.append({"op": "add", "path": pointer, "value": value})
        elif move.added:
            operations += [{"op": "add", "path": f"{pointer}/-", "value": name} for name in sorted(move.added)]
        else:
            given_up.append(move.member)
    return lifted(patched(document, operations), given_up)
