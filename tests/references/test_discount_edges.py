"""Tiers that turn on a penny, or on a thousandth of a unit, among figures beyond what a solver tells apart.

The answers follow from the few awards there are, each worked out in the test.
"""

from decimal import Decimal
from typing import Any

import pytest

from selector import evaluate, verify
from tests.references.small import one_service


def _solved(*bids: tuple[str, str, str | int], discount: dict[str, Any], **changes: Any) -> tuple[str, Decimal | None]:
    """Status and cost of a case of bids (bidder, buyer, price), in which bidder a gives a discount."""
    prices: dict[str, dict[str, Any]] = {}
    for bidder, buyer, price in bids:
        prices.setdefault(bidder, {})[buyer] = price
    case = one_service(prices, discounts=[{"id": "d", "bidder": "a", **discount}], **changes)
    evaluation = evaluate(case, isolated=False)
    assert verify(case, evaluation).valid
    return evaluation.status, evaluation.totals.cost if evaluation.totals else None


_BOTH = {"tiers": [{"at_least": 0, "rate": "0.2"}, {"at_least": 20_000_000, "rate": "0.1"}]}


def test_exactly_at_a_start_the_tier_is_that_one() -> None:
    # a wins both for 20m, in the tier of 10 %: 18m. One each: 8m + 20m. b alone 40m.
    offers: list[tuple[str, str, str | int]] = [
        (bidder, buyer, price) for bidder, price in (("a", 10_000_000), ("b", 20_000_000)) for buyer in "xy"
    ]
    assert _solved(*offers, discount=_BOTH) == ("optimal", Decimal("18000000.00"))
    assert _solved(*offers[:2], discount=_BOTH) == ("optimal", Decimal("18000000.00"))


@pytest.mark.parametrize("millions", [1, 10, 500, 10_000])
def test_a_penny_below_a_start_nothing_is_taken_off(millions: int) -> None:
    # a's 2 x millions less a penny misses the start: list price. Any award with b is dearer.
    start = 2 * millions * 10**6
    offers: list[tuple[str, str, str | int]] = [
        ("a", "x", start // 2),
        ("a", "y", f"{start // 2 - 1}.99"),
        ("b", "x", 3 * start),
        ("b", "y", 3 * start),
    ]
    discount = {"tiers": [{"at_least": start, "rate": "0.5"}]}
    assert _solved(*offers, discount=discount) == ("optimal", Decimal(start) - Decimal("0.01"))
    at_it = [("a", "x", start // 2), ("a", "y", start // 2), *offers[2:]]
    assert _solved(*at_it, discount=discount) == ("optimal", Decimal(start) / 2)


def test_a_thousandth_of_a_person_below_a_start() -> None:
    # a's volumes come to 3,999,999.999 on x and y, 4,000,000 on x and z: the tier of £5 off each lot asks for 4,000,000.
    lots = [
        {"id": f"{name}:it", "buyer": name, "service": "it", "volume": volume}
        for name, volume in (("x", "2000000"), ("y", "1999999.999"), ("z", "2000000"))
    ]
    offers = [("a", "x", 100), ("a", "y", 100), ("b", "x", 300), ("b", "y", 101), ("b", "z", 10)]
    discount = {"by": "volume", "tiers": [{"at_least": 4_000_000, "rate": "0.5"}]}
    # x and y of a miss the tier: 100 + 100 + 10; with b on y 100 + 101 + 10.
    assert _solved(*offers, discount=discount, lots=lots) == ("optimal", Decimal("210.00"))


def test_constants_alone_count_where_each_bid_rounds_to_nothing() -> None:
    # Ten bids of £10, a lot each: below nine lots 0.4 % off each, from nine on nothing more than 9 x £0.004 = £0.036.
    offers = [("a", f"b{number}", 10) for number in range(10)]
    discount = {
        "kind": "incremental",
        "by": "lots",
        "tiers": [{"at_least": 0, "per_unit": "0.004"}, {"at_least": 9, "per_unit": 0}],
    }
    assert _solved(*offers, discount=discount) == ("optimal", Decimal("99.96"))
