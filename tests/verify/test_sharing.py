"""The list price and the cost of a package, shared over its lots."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models import Case
from selector.verify.sharing import shared
from selector.verify.tender import Tender
from selector.verify.worth import worth
from tests.verify.small import small

PENNY = Decimal("0.01")


@pytest.mark.parametrize(
    ("total", "by", "parts"),
    [
        ("100.00", (1, 2), ("33.33", "66.67")),
        ("0.02", (1, 1, 1), ("0.01", "0.01", "0.00")),  # of equal remainders, to those named first
        ("0.03", (2, 5, 2), ("0.01", "0.02", "0.00")),  # 0.67p, 1.67p, 0.67p: two pence, to the first and the second
        ("0.01", (1, 3), ("0.00", "0.01")),
        ("0.00", (1, 3), ("0.00", "0.00")),
        ("7.00", (5,), ("7.00",)),
    ],
)
def test_the_pence_left_over_go_to_the_largest_remainders(
    total: str, by: tuple[int, ...], parts: tuple[str, ...]
) -> None:
    assert shared(Decimal(total), [Fraction(weight) for weight in by]) == tuple(map(Decimal, parts))


@given(st.integers(0, 10**14), st.lists(st.integers(1, 10**13), min_size=1, max_size=8))
def test_the_parts_add_up_and_none_is_a_penny_off(pence: int, thousandths: list[int]) -> None:
    total, by = Decimal(pence).scaleb(-2), [Fraction(weight, 1000) for weight in thousandths]
    parts = shared(total, by)
    assert sum(parts) == total
    for part, weight in zip(parts, by, strict=True):
        exact = Fraction(total) * weight / sum(by)
        assert abs(Fraction(part) - exact) < Fraction(PENNY)
        assert part >= 0


def package(lots: list[str], **bid: Any) -> Case:
    """Two buyers of 1 and 2 people; the second service is counted in desks, of which there are 3 and 1."""
    return small(
        horizon={"start": "2014-04-01", "years": 1},
        buyers=[{"id": "b", "name": "B", "population": 1}, {"id": "c", "name": "C", "population": 2}],
        services=[{"id": "f", "name": "F"}, {"id": "g", "name": "G", "unit": "desks"}],
        lots=[
            {"id": "b:f", "buyer": "b", "service": "f"},
            {"id": "c:f", "buyer": "c", "service": "f"},
            {"id": "b:g", "buyer": "b", "service": "g", "volume": 3},
            {"id": "c:g", "buyer": "c", "service": "g", "volume": 1},
        ],
        bids=[
            {"id": "all", "bidder": "j", "lots": lots, **bid},
            {"id": "rest", "bidder": "j", "lots": ["b:f", "c:f", "b:g", "c:g"], "price": 1},
        ],
    )


@pytest.mark.parametrize(
    ("lots", "parts"),
    [
        (["b:f", "c:f"], ["1.00", "2.00"]),
        (["c:g", "b:g"], ["0.75", "2.25"]),  # by desks, where all are desks
        (["b:f", "c:g"], ["1.00", "2.00"]),  # by people, where some are
        (["b:f", "b:g"], ["1.50", "1.50"]),
    ],
)
def test_a_package_is_shared_by_volume_where_there_is_one_unit_and_else_by_people(
    lots: list[str], parts: list[str]
) -> None:
    tender = Tender(package(lots, price=3))
    assert {name: str(each.list_price) for name, each in worth(tender, tender.bids["all"]).items()} == dict(
        zip(lots, parts, strict=True)
    )


def test_a_price_a_head_counts_each_buyer_once() -> None:
    # 3 people, though one of the buyers has two lots: £0.10 x 3; by people, 1 to 1 to 2.
    tender = Tender(package(["b:f", "b:g", "c:g"], price="0.10", price_basis="head"))
    figures = worth(tender, tender.bids["all"]).values()
    assert [str(each.list_price) for each in figures] == ["0.08", "0.07", "0.15"]


@given(st.integers(0, 10**7), st.permutations(["b:f", "c:f", "b:g", "c:g"]))
@example(1, ["b:f", "c:f", "b:g", "c:g"])
def test_the_shares_of_a_package_add_up_to_it(pence: int, lots: list[str]) -> None:
    price = Decimal(pence).scaleb(-2)
    tender = Tender(package(lots, price=price))
    figures = worth(tender, tender.bids["all"])
    assert sum(each.list_price for each in figures.values()) == price
    assert sum(each.cost for each in figures.values()) == price
