"""Who is left behind when the hosting of a bidder ends, and what they are paid."""

from decimal import Decimal
from typing import Any

import pytest

from tests.verify.one_lot import GROUP, HOSTED, one_lot
from tests.verify.small import totals


# Payment after a whole year more of service, on 1 October 2015: £33,495.00 a head; pay has limits by then, far off.
@pytest.mark.parametrize(
    ("bid", "later"),
    [
        # 0.2 at once; 0.8 x 0.4 later, all paid by the buyer as of a private bidder.
        ({}, "0.32"),
        ({"transfer": "0.5"}, "0.2"),
        # Not before the bid starts, and not once it has ended; on the day of either it starts, and has ended.
        ({"start": "2015-10-01"}, "0.32"),
        ({"start": "2015-11-01"}, "0"),
        ({"term_years": "1.5"}, "0"),
        ({"term_years": "1.5001"}, "0.32"),
        ({"term_years": 1, "extension_years": 1}, "0"),
    ],
)
def test_who_is_left_behind_when_hosting_ends_is_paid_on_that_day(bid: dict[str, Any], later: str) -> None:
    kept = 1 - Decimal(str(bid.get("transfer", "0.8")))
    found = totals(one_lot(HOSTED, bid=bid))
    assert found.liability == 121_800 * kept + 133_980 * Decimal(later)
    assert found.liability_buyers == 60_900 * kept + 133_980 * Decimal(later)


def test_an_extension_that_is_counted_upon_keeps_them_until_hosting_ends() -> None:
    horizon = {"start": "2014-04-01", "years": 2, "extended": True}
    case = one_lot(HOSTED, bid={"term_years": 1, "extension_years": 1}, horizon=horizon)
    assert totals(case).liability == 24_360 + Decimal(133_980) * Decimal("0.32")


@pytest.mark.parametrize(
    ("service", "weeks", "payment"),
    [
        ("1.5", None, "6090.00"),  # two years and a half by then: two complete ones
        ("0.9", None, "0.00"),
        ("0.5", 25, "0.00"),  # 78 weeks more: 103
        ("1.5", 26, "6090.00"),
        ("23.5", None, "73080.00"),  # at most 24
    ],
)
def test_service_grows_until_that_day(service: str, weeks: int | None, payment: str) -> None:
    group = GROUP | {"headcount": 1, "service_years": service, "continuous_weeks": weeks, "lots": [{"lot": "b:f"}]}
    case = one_lot(HOSTED | {"hosting": HOSTED["hosting"] | {"transfer": 0}}, staff_groups=[group], bid={"transfer": 1})
    assert totals(case).liability == Decimal(payment)


def test_no_service_is_taken_off_where_hosting_ends_before_the_date_of_the_case() -> None:
    case = one_lot(HOSTED | {"hosting": HOSTED["hosting"] | {"transfer": 0}}, bid={"transfer": 1}, date="2017-04-01")
    assert totals(case).liability == 121_800
