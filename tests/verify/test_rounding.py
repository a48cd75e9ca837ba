"""Where half a penny goes."""

from decimal import Decimal

from models import Horizon, MoneyValued
from tests.verify.small import small, totals, weighed

ONE_YEAR = Horizon(start="2014-04-01", years=1)
SCORED = {"criteria": [{"id": "c", "name": "C"}], "horizon": ONE_YEAR}
A_PENNY_FOR_A_POINT = MoneyValued(quality_value=Decimal("0.01"))


def test_exactly_half_a_penny_is_rounded_up_though_no_decimal_holds_it() -> None:
    # A = 1 + 1/1.2 = 11/6: 3p x 11/6 is exactly 5.5p, so 6p, for the bid and for the overhead. 0.5p is listed as 1p,
    # and 1p x 11/6 = 1.8p, so 2p.
    found = totals(small())
    assert (found.cost, found.charges) == (Decimal("0.14"), Decimal("0.06"))


def test_the_value_of_each_bid_is_rounded_by_itself() -> None:
    # Two bids with half the weight and quality 1 each, at £0.01 a point: each -0.5p, rounded away from zero to -1p.
    case = small(
        **SCORED,
        objective=A_PENNY_FOR_A_POINT,
        bids=[
            {"id": "f1", "bidder": "j", "lots": ["b:f"], "price": "0.05", "scores": {"c": 1}},
            {"id": "g1", "bidder": "j", "lots": ["b:g"], "price": "0.05", "scores": {"c": 1}},
        ],
    )
    # 5p + 5p + overhead 3p - 1p - 1p
    assert weighed(case).objective == Decimal("0.11")


def test_the_value_of_a_package_is_rounded_once() -> None:
    # The same two lots in one bid: -0.5p and -0.5p are -1p together, which is rounded once.
    case = small(
        **SCORED,
        objective=A_PENNY_FOR_A_POINT,
        bids=[{"id": "both", "bidder": "j", "lots": ["b:f", "b:g"], "price": "0.10", "scores": {"c": 1}}],
    )
    assert weighed(case).objective == Decimal("0.12")
