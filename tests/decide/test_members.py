"""The members that a case has: as many, and the same, as the oracle finds; and what lifts each lifts it."""

import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from models import Case, read_case
from selector.decide.lever import Lever
from selector.decide.member import Member
from selector.decide.members import members
from selector.decide.patch import operations, patched
from selector.decide.relaxation import Relaxation
from tests.oracle.by_hand import bid, bidder, buyer, case, service
from tests.oracle.infeasible import infeasible_by_board
from tests.oracle.members import lifted
from tests.oracle.members import members as members_of
from tests.oracle.random_case import random_case


def _case(document: dict[str, Any]) -> Case:
    return read_case(json.dumps(document))


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, marks=[] if seed < 16 else pytest.mark.deep) for seed in range(40)]
)
@pytest.mark.parametrize("draw", [random_case, infeasible_by_board])
def test_they_are_those_of_the_oracle(draw: Callable[[int], dict[str, Any]], seed: int) -> None:
    document = draw(seed)
    read, stated = _case(document), members_of(document)
    found = {member.name: member for member in members(read)}
    assert found.keys() == stated.keys()
    for name, member in found.items():
        other = stated[name]
        assert member.pointer == other.pointer
        assert (member.limit is None) == (other.limit is None)
        assert patched(read, member.lift) == _case(lifted(document, [other]))
        if member.limit is not None:
            assert Fraction(member.limit) == other.limit
            assert Fraction(member.step) == other.step
            assert member.sense == ("at most" if other.up else "at least")


def _everything() -> dict[str, Any]:
    """Every statement that issues from buying and winning together, each of which binds somebody."""
    bids = [bid(f"{name}-{lot}", name, f"{lot}:it") for name in ("x", "y", "duo") for lot in "NSW"]
    return case(
        buyers=[buyer("N", 180_000), buyer("S", 120_000), buyer("W", 90_000)],
        services=[service(max_lots_per_bidder=1, contiguity={"of": "buyer"})],
        bidders=[
            bidder("x", partner_only=True),
            bidder("y"),
            bidder("duo", "partnership", partners=[{"bidder": "x", "share": 1}]),
        ],
        bids=bids,
        max_lots_per_bidder=2,
        neighbours=[["N", "S"]],
        joint_purchases=[{"id": "j", "name": "J", "buyers": ["N", "W"]}],
        frameworks=[{"id": "f", "name": "F", "services": ["it"], "accredited": ["x"], "min_competitors": 2}],
    )


_LIFTS = {
    "max_lots": ("remove", "/max_lots_per_bidder", None),
    "max_lots[it]": ("remove", "/services/0/max_lots_per_bidder", None),
    "contiguity[it]": ("remove", "/services/0/contiguity", None),
    "joint[j]": ("remove", "/joint_purchases/0", None),
    "partner_only[x]": ("remove", "/bidders/0/partner_only", None),
    "framework[f]": ("remove", "/frameworks/0/accredited", None),
    "competition[f]": ("add", "/frameworks/0/min_competitors", 0),
}


def test_what_lifts_each() -> None:
    relaxation = Relaxation(_case(_everything()))
    found = {member.name: member for member in relaxation.members}
    assert found.keys() == _LIFTS.keys()
    for name, member in found.items():
        (operation,) = member.lift
        assert (operation.op, operation.path, operation.value) == _LIFTS[name]


def test_what_binds_nobody_is_none() -> None:
    """One lot, for which everybody may compete: nothing of it all can be broken."""
    document = case(
        buyers=[buyer("N", 180_000)],
        services=[service(contiguity={"of": "buyer"})],
        bidders=[bidder("x"), bidder("y", partner_only=True), bidder("z")],
        bids=[bid("a", "x", "N:it"), bid("b", "z", "N:it")],
        joint_purchases=[{"id": "j", "name": "J", "buyers": ["N"], "areas": ["Here"]}],
        frameworks=[{"id": "f", "name": "F", "services": ["it"], "accredited": ["x", "z"], "min_competitors": 2}],
    )
    document["buyers"] += [buyer("S", 120_000, area="Here")]
    document["services"].append({"id": "hr", "name": "HR"})
    document["lots"] = [
        {"id": "N:it", "buyer": "N", "service": "it"},
        {"id": "S:hr", "buyer": "S", "service": "hr"},
    ]
    document["bids"].append(bid("c", "x", "S:hr"))
    read = _case(document)
    stated = {member.name for member in members(read)}
    assert {"contiguity[it]", "joint[j]", "partner_only[y]", "framework[f]", "competition[f]"} <= stated
    assert Relaxation(read).members == ()


def test_names_and_units_of_moves() -> None:
    found: dict[str, Member] = {member.name: member for member in members(_case(_everything()))}
    units = {name: (member.unit, member.sense, member.limit) for name, member in found.items()}
    assert units["max_lots"] == ("lots", "at most", Decimal(2))
    assert units["max_lots[it]"] == ("lots", "at most", Decimal(1))
    assert units["competition[f]"] == ("bidders", "at least", Decimal(2))
    for name in ("contiguity[it]", "joint[j]", "partner_only[x]", "framework[f]"):
        assert units[name] == (None, None, None)


_COUNTED = ("lots", "buyers", "population", "spend", "winners", "liability", "moves")


def _boards() -> dict[str, Any]:
    """Rules of every metric and sense, a pick and exclusions."""
    rules = [
        *({"id": f"most {metric}", "metric": metric, "sense": "at_most", "limit": 1} for metric in _COUNTED),
        *({"id": f"least {metric}", "metric": metric, "sense": "at_least", "limit": 1} for metric in _COUNTED),
        {"id": "share", "metric": "share_of_spend", "sense": "at_most", "limit": "0.5"},
        {"id": "people", "metric": "share_of_population", "sense": "at_least", "limit": "0.5"},
        {"id": "mean", "metric": "mean_quality", "sense": "at_least", "limit": 50},
        {"id": "each", "metric": "lots", "sense": "at_most", "limit": 1, "each": True},
        {"id": "exactly", "metric": "lots", "sense": "exactly", "limit": 1},
        {"id": "off", "metric": "lots", "sense": "at_most", "limit": 1, "active": False},
        {"id": "soft", "metric": "lots", "sense": "at_most", "limit": 1, "penalty": 1},
        {"id": "first", "metric": "lots", "sense": "at_most", "limit": 1, "priority": 1},
        {"id": "nothing", "metric": "lots", "sense": "at_least", "limit": 0},
    ]
    return case(
        bidders=[bidder("x"), bidder("y")],
        bids=[bid(f"{name}-{lot}", name, f"{lot}:it") for name in "xy" for lot in "NS"],
        lots=[{"id": f"{name}:it", "buyer": name, "service": "it", "incumbent": "y"} for name in "NS"],
        rules=rules,
        picks=[{"id": "p", "bid": "x-N", "reason": "as agreed"}],
        exclusions=[
            {"id": "e", "bid": "y-S", "reason": "a conflict of interest"},
            {"id": "f", "bidder": "y", "lots": {"buyers": ["N"]}, "reason": "a conflict of interest"},
        ],
    )


def test_what_the_board_states() -> None:
    read = _case(_boards())
    found = {member.name: member for member in members(read)}
    units = {"lots": "lots", "moves": "lots", "buyers": "buyers", "population": "people", "winners": "providers"}
    for position, (sense, metric) in enumerate((sense, metric) for sense in ("most", "least") for metric in _COUNTED):
        member = found.pop(f"rule[{sense} {metric}]")
        assert (member.limit, member.sense) == (Decimal(1), f"at {sense}")
        assert (member.unit, member.step) == (units.get(metric, "£"), 1 if metric in units else Decimal("0.01"))
        assert member.pointer == f"/rules/{position}/limit"
        (operation,) = member.lift
        assert (operation.op, operation.path, operation.value) == ("add", f"/rules/{position}/active", False)
    given_up = {name: member.pointer for name, member in found.items()}
    assert given_up == {
        "rule[share]": "/rules/14",
        "rule[people]": "/rules/15",
        "rule[mean]": "/rules/16",
        "rule[each]": "/rules/17",
        "rule[exactly]": "/rules/18",
        "pick[p]": "/picks/0",
        "exclusion[e]": "/exclusions/0",
        "exclusion[f]": "/exclusions/1",
    }
    assert all((member.limit, member.sense, member.unit) == (None, None, None) for member in found.values())
    assert found["pick[p]"].lift[0].op == found["exclusion[e]"].lift[0].op == "remove"


def test_a_rule_whose_limit_moves_stays_in_force() -> None:
    read = _case(_boards())
    member = next(member for member in members(read) if member.name == "rule[most lots]")
    (rule,) = (row for row in patched(read, operations(member, Lever(0), Decimal(3))).rules if row.id == "most lots")
    assert (rule.limit, rule.active) == (Decimal(3), True)
