"""What a bid costs in each year, and over its life."""

from decimal import Decimal
from typing import Any

import pytest

from models import Case
from selector.verify.tender import Tender
from selector.verify.worth import worth
from tests.verify.small import small

YEARS = ("2014-15", "2015-16", "2016-17")


def case_with(bid: dict[str, Any], service: dict[str, Any] | None = None, **case: Any) -> Case:
    """A bid for one lot over three years at 25 %: a pound is worth 1, 0.8 and 0.64; it costs £600 a year today."""
    return small(
        **{
            "horizon": {"start": "2014-04-01", "years": 3, "discount_rate": "0.25"},
            "services": [{"id": "f", "name": "F", **(service or {})}],
            "lots": [{"id": "b:f", "buyer": "b", "service": "f", "present_cost": 600}],
            "bids": [{"id": "f1", "bidder": "j", "lots": ["b:f"], "price": 1200, **bid}],
        }
        | case
    )


@pytest.mark.parametrize(
    ("bid", "amounts"),
    [
        ({}, "1200 1200 1200"),
        # 50 in April, and 1,100 from May; the first year as today, and half of the second.
        ({"start": "2014-05-01"}, "1150 1200 1200"),
        ({"start": "2015-10-01"}, "600 900 1200"),
        ({"indexation": "0.1"}, "1200 1320 1452"),
        ({"indexation": "-0.5", "start": "2015-04-01"}, "600 600 300"),  # from the horizon's start, not from its own
        ({"indexation": -1}, "1200 0 0"),
        ({"indexation": "0.1", "prices": {"2015-16": 100}}, "1200 100 1452"),
        # Each price is to a penny what is asked for a year; what is indexed is not rounded before its year is.
        ({"price": "0.015", "indexation": "0.2"}, "0.02 0.02 0.03"),
        ({"price": "0.005", "price_basis": "head", "prices": {"2016-17": "0.002"}}, "0.02 0.02 0.01"),  # 3 heads
        # The transition is paid at the start, in the later of two years.
        ({"transition": 7}, "1207 1200 1200"),
        ({"transition": 7, "start": "2015-03-01"}, "657 1200 1200"),  # 11/12 x 600 + 100 + 7
        ({"transition": 7, "start": "2015-04-01"}, "600 1207 1200"),
    ],
)
def test_price_and_transition_year_by_year(bid: dict[str, Any], amounts: str) -> None:
    assert_amounts(case_with(bid), amounts)


EXTENDED = {"start": "2014-04-01", "years": 3, "discount_rate": "0.25", "extended": True}
TERM = {"term_years": "0.75", "extension_years": "0.5", "extension_price": 2400}


@pytest.mark.parametrize(
    ("bid", "horizon", "amounts"),
    [
        (TERM, {}, "1200 1200 1200"),
        # Three months of the first and three of the second year at twice the price; then that of the term again.
        (TERM, EXTENDED, "1500 1500 1200"),
        (TERM | {"extension_price": None}, EXTENDED, "1200 1200 1200"),
        (TERM | {"indexation": "0.1"}, EXTENDED, "1500 1650 1452"),
        (TERM | {"prices": {"2014-15": 100}}, EXTENDED, "100 1500 1200"),
        (TERM | {"extension_years": 90}, EXTENDED, "1500 2400 2400"),
    ],
)
def test_extensions(bid: dict[str, Any], horizon: dict[str, Any], amounts: str) -> None:
    assert_amounts(case_with(bid, **({"horizon": horizon} if horizon else {})), amounts)


@pytest.mark.parametrize(
    ("term", "successor", "amounts"),
    [
        ("0.5", 5, "1210 1200 1200"),
        ("1", 5, "1200 1210 1200"),  # on the boundary of two years, in the later
        ("3", 1, "1200 1200 1200"),
        ("1.25", "1", "1200 1210 1210"),
        ("0.25", "0.5", "1220 1220 1220"),  # at 0.25, 0.75, 1.25, …
        ("0.5", "0.25", "1220 1240 1240"),
        (None, 1, "1200 1200 1200"),
    ],
)
def test_procuring_again(term: str | None, successor: Any, amounts: str) -> None:
    service = {"reprocurement_cost": 10, "successor_years": successor}
    assert_amounts(case_with({"term_years": term}, service), amounts)


@pytest.mark.parametrize(
    ("until", "vat", "recovered", "amounts"),
    [
        (None, {}, 0, "1200 1200 1200"),
        (None, {"private": "0.2"}, 0, "1440 1440 1440"),
        (None, {"private": "0.2"}, "0.75", "1260 1260 1260"),
        (None, {"private": "0.2"}, 1, "1200 1200 1200"),
        ("2015-05-01", {"private": "0.2"}, 0, "1440 1220 1200"),  # a month of the second year
        ("2015-05-01", {"voluntary": "0.2"}, "0.5", "1200 1310 1320"),
        ("2014-04-01", {"voluntary": "0.2"}, 0, "1440 1440 1440"),
        ("2013-01-01", {"voluntary": "0.2"}, 0, "1440 1440 1440"),
        ("2017-04-01", {"voluntary": "0.2"}, 0, "1200 1200 1200"),
    ],
)
def test_vat_is_that_of_the_kind_which_a_bidder_is_or_becomes(
    until: str | None, vat: dict[str, Any], recovered: Any, amounts: str
) -> None:
    bidder = {"id": "j", "name": "J", "kind": "private", "viability_floor": 0}
    hosting = {} if until is None else {"hosting": {"until": until, "becomes": "voluntary"}}
    assert_amounts(case_with({}, {"vat_recoverable": recovered}, vat=vat, bidders=[bidder | hosting]), amounts)


def test_only_the_price_bears_vat_is_indexed_and_is_what_discounts_take_a_share_of() -> None:
    bid = {"start": "2014-10-01", "transition": 6, "indexation": "0.1", "term_years": 1}
    found = figures(case_with(bid, {"reprocurement_cost": 10}, vat={"private": "0.2"}))
    # 300 + 600 x 1.2 + 6; 1,320 x 1.2 + 10; 1,452 x 1.2
    assert list(map(float, found.amounts)) == [1026, 1594, 1742.4]
    assert found.cost == Decimal("3416.34")  # 1,026 + 0.8 x 1,594 + 0.64 x 1,742.40 = 3,416.336
    assert found.price_value == Decimal("2585.28")  # 600 + 0.8 x 1,320 + 0.64 x 1,452
    assert found.list_price == Decimal(1200)


def test_a_fallback_bears_the_vat_of_in_house_bidders() -> None:
    lot = {"id": "b:f", "buyer": "b", "service": "f", "required": False, "in_house": {"cost": 1000, "quality": 50}}
    tender = Tender(case_with({}, lots=[lot], vat={"in_house": "0.1"}))
    assert list(map(float, worth(tender, tender.bids["in-house:b:f"])["b:f"].amounts)) == [1100, 1100, 1100]


def figures(case: Case) -> Any:
    tender = Tender(case)
    return worth(tender, tender.bids["f1"])["b:f"]


def assert_amounts(case: Case, amounts: str) -> None:
    expected = tuple(map(Decimal, amounts.split()))
    assert figures(case).amounts == expected
