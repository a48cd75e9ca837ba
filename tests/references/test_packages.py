"""Packages and exclusive groups, worked out by hand: every price is for a year, the horizon is one year, so A = 1."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from models import Case
from tests.references.decided import best, broken, conflict_rules
from tests.references.tender import Row, offer, tender

PAIR = {"a": 100_000, "b": 100_000}
SINGLES = [offer("one/a", 1_000, "a:it"), offer("two/b", 1_200, "b:it")]


def without(case: Case, bid: str) -> Case:
    """The case had a bid not been made."""
    return case.model_copy(update={"bids": tuple(each for each in case.bids if each.id != bid)})


@pytest.mark.parametrize(
    ("price", "cost", "winners"),
    [
        # The best single bids come to 1,000 + 1,200 = 2,200.
        ("2190.00", "2190.00", ["pack/both"]),
        ("2199.99", "2199.99", ["pack/both"]),
        # As dear to the penny: the award with fewer providers, one instead of two.
        ("2200.00", "2200.00", ["pack/both"]),
        ("2200.01", "2200.00", ["one/a", "two/b"]),
    ],
)
def test_a_package_wins_by_a_penny_and_loses_by_a_penny(price: str, cost: str, winners: list[str]) -> None:
    decided = best(tender(PAIR, ["it"], [*SINGLES, offer("pack/both", price, "a:it", "b:it")]), cost, *winners)
    assert decided.evaluation.certificate.ties == ("found" if price == "2200.00" else "proven_none")


FOUR_LOTS = ["north:it", "north:hr", "south:it", "south:hr"]
OFFERS = [
    offer("alpha/north/it", 90_000, "north:it"),
    offer("beta/north/it", 95_000, "north:it"),
    offer("alpha/north/hr", 40_000, "north:hr"),
    offer("beta/north/hr", 42_000, "north:hr"),
    offer("alpha/south/it", 62_000, "south:it"),
    offer("beta/south/it", 60_000, "south:it"),
    offer("alpha/south/hr", 30_000, "south:hr"),
    offer("gamma/south/hr", 28_000, "south:hr"),
    offer("alpha/all", 215_000, *FOUR_LOTS),
    offer("beta/it", 148_500, "north:it", "south:it"),
    offer("gamma/south", 84_000, "south:it", "south:hr"),
]


def test_with_the_package_214_000_and_without_it_215_000() -> None:
    # Lot by lot the least are 90,000 + 40,000 + 60,000 + 28,000 = 218,000. Each package by itself, with the least for
    # the lots that it leaves:
    #   alpha/all, two buyers and two services                                                         = 215,000
    #   beta/it, two buyers: 1,500 less than 90,000 + 60,000; 148,500 + 40,000 + 28,000                = 216,500
    #   gamma/south, two services: 4,000 less than 60,000 + 28,000; 84,000 + 90,000 + 40,000           = 214,000
    # No two of them leave each other their lots: all want south:it.
    case = tender({"north": 180_000, "south": 120_000}, ["it", "hr"], OFFERS)
    decided = best(case, 214_000, "alpha/north/it", "alpha/north/hr", "gamma/south")
    # Both of its lots are of 120,000 people: half of 84,000 falls on each.
    assert decided.costs == {"north:it": 90_000, "north:hr": 40_000, "south:it": 42_000, "south:hr": 42_000}

    second = without(case, "gamma/south")
    best(second, 215_000, "alpha/all")
    third = without(second, "alpha/all")
    best(third, 216_500, "beta/it", "alpha/north/hr", "gamma/south/hr")
    fourth = without(third, "beta/it")
    best(fourth, 218_000, "alpha/north/it", "alpha/north/hr", "beta/south/it", "gamma/south/hr")


CARE: Row = {"id": "care", "name": "Care"}
DATA: Row = {"id": "data", "name": "Data", "services": ["hr"]}


@pytest.mark.parametrize(
    ("bar", "changes"),
    [
        ("veto[b, pack]", {"places": {"b": {"vetoes": ["pack"]}}}),
        ("shortlist[b]", {"places": {"b": {"shortlist": ["one", "two"]}}}),
        # Care counts for both services, data for HR alone: q is 70 on a:it, and (70 + 40) / 2 = 55 on b:hr.
        ("min_quality[b:hr]", {"services": ["it", {"id": "hr", "name": "HR", "min_quality": "55.001"}]}),
        ("minimum[data]", {"criteria": [CARE, {**DATA, "minimum": "40.5"}]}),
    ],
)
def test_a_package_barred_on_one_lot_is_barred_whole(bar: str, changes: Row) -> None:
    good = {"care": 80, "data": 80}
    bids = [
        offer("one/a", 60, "a:it", scores={"care": 80}),
        offer("two/b", 60, "b:hr", scores=good),
        offer("pack/both", 100, "a:it", "b:hr", scores={"care": 70, "data": 40}),
    ]
    lots = [{"id": lot, "buyer": lot[0], "service": lot[2:]} for lot in ("a:it", "b:hr")]

    def case(services: Sequence[str | Row] = ("it", "hr"), **changes: Any) -> Case:
        return tender(PAIR, services, bids, **{"lots": lots, "criteria": [CARE, DATA], **changes})

    # Each lot weighs the same: (70 + 55) / 2.
    assert best(case(), 100, "pack/both").totals.quality == Decimal("62.5")
    best(case(**changes), 120, "one/a", "two/b")
    assert broken(case(**changes), case()) == {bar}


def test_a_package_at_the_least_quality_is_not_barred() -> None:
    # As above: 55 on b:hr is not under 55.
    bids = [offer("pack/both", 100, "a:it", "b:hr", scores={"care": 70, "data": 40})]
    lots = [{"id": lot, "buyer": lot[0], "service": lot[2:], "min_quality": 55} for lot in ("a:it", "b:hr")]
    best(tender(PAIR, ["it", "hr"], bids, lots=lots, criteria=[CARE, DATA]), 100, "pack/both")


def test_a_package_takes_the_place_of_what_buyers_would_do_themselves() -> None:
    # a would do the work itself for 40; b asks for a bid, of which the single one is 70.
    def case(price: int) -> Case:
        bids = [offer("one/b", 70, "b:it"), offer("pack/both", price, "a:it", "b:it")]
        return tender(PAIR, ["it"], bids, in_house={"a:it": 40})

    best(case(109), 109, "pack/both")
    best(case(111), 110, "in-house:a:it", "one/b")


def test_packages_that_leave_a_lot_over_make_a_case_without_an_award() -> None:
    # Whichever of the two is taken, a or c is left without a bid; no rule of the case is to blame.
    people = dict.fromkeys("abc", 100_000)
    bids = [offer("one/ab", 1, "a:it", "b:it"), offer("two/bc", 1, "b:it", "c:it")]
    assert conflict_rules(tender(people, ["it"], bids)) == set()
    best(tender(people, ["it"], [*bids, offer("two/a", 5, "a:it")]), 6, "two/a", "two/bc")
