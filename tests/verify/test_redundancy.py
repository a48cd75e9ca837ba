"""What the redundant are paid."""

from decimal import Decimal

import pytest

from tests.verify.small import small, totals


@pytest.mark.parametrize(
    ("date", "salary", "years", "weeks", "part", "liability"),
    [
        ("2015-03-31", "18250", "5", None, "1", "7612.50"),  # 18,250 x 7/365 = 350 a week x 4.35 x 5
        ("2015-04-01", "18250", "5", None, "1", "9593.84"),  # at least 23,000: 441.0959 x 4.35 x 5 = 9,593.8356
        ("2015-03-31", "91250", "25.9", None, "0.8", "146160.00"),  # 1,750 a week x 4.35 x 24 x 0.8
        ("2015-04-01", "91250", "25.9", None, "0.8", "128140.27"),  # at most 80,000: 1,534.2466 x 4.35 x 24 x 0.8
        ("2015-04-01", "36500", "1.99", None, "1", "0.00"),  # under two years
        ("2015-04-01", "36500", "1.99", 104, "1", "3045.00"),  # 104 weeks qualify; one complete year counts
        ("2015-04-01", "36500", "5", 103, "1", "0.00"),
    ],
)
def test_redundancy_payments(date: str, salary: str, years: str, weeks: int | None, part: str, liability: str) -> None:
    group = {
        "id": "s",
        "lots": [{"lot": "b:f"}],
        "headcount": 1,
        "wte_per_head": part,
        "salary": salary,
        "service_years": years,
        "continuous_weeks": weeks,
    }
    case = small(date=date, staff_groups=[group])
    assert totals(case).liability == Decimal(liability)
