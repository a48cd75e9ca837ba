"""Liability against payments worked out by hand from Agenda for Change, section 16.

A month is 4.35 weeks, a week's pay is pay x 7/365. Each case has one lot and one private bidder, of whose staff none
transfer and for whom the buyer pays, unless the case says otherwise.
"""

from decimal import Decimal
from typing import Any

import pytest

from selector import Evaluation, evaluate
from tests.references.small import one_service


def _evaluate(group: dict[str, Any], **changes: Any) -> Evaluation:
    staff = [{"id": "g", "lots": [{"lot": "a:it"}], "headcount": 1, **group}]
    return evaluate(one_service({"firm": {"a": 1000}}, staff_groups=staff, **changes), isolated=False)


def _liability(group: dict[str, Any], **changes: Any) -> Decimal:
    evaluation = _evaluate(group, **changes)
    assert evaluation.totals is not None
    assert evaluation.awards[0].liability == evaluation.totals.liability
    return evaluation.totals.liability


def test_under_two_years_nothing_is_due() -> None:
    assert _liability({"salary": 30_000, "service_years": "1.999"}) == 0
    # 104 weeks of continuous service qualify, however long the reckonable service; 103 do not.
    assert _liability({"salary": 30_000, "service_years": 10, "continuous_weeks": 103}) == 0
    # 30,000 x 7/365 = 575.342466 a week; x 4.35 = 2,502.739726 a month; x 10 years.
    assert _liability({"salary": 30_000, "service_years": 10, "continuous_weeks": 104}) == Decimal("25027.40")


def test_more_than_24_years_count_as_24() -> None:
    # 2,502.739726 a month x 24 = 60,065.753425
    assert _liability({"salary": 30_000, "service_years": "30.5"}) == Decimal("60065.75")


@pytest.mark.parametrize(
    ("date", "due"),
    [
        # 18,000 x 7/365 x 4.35 = 1,501.643836 a month; x 10 complete years of 10.9
        ("2015-03-31", "15016.44"),
        # at least 23,000: x 7/365 x 4.35 = 1,918.767123; x 10
        ("2015-04-01", "19187.67"),
    ],
)
def test_pay_below_the_floor_of_2015(date: str, due: str) -> None:
    assert _liability({"salary": 18_000, "service_years": "10.9"}, date=date) == Decimal(due)


@pytest.mark.parametrize(
    ("date", "due"),
    [
        # 120,000 x 7/365 x 4.35 = 10,010.958904 a month; x 12
        ("2015-03-31", "120131.51"),
        # at most 80,000: x 7/365 x 4.35 = 6,673.972603; x 12
        ("2015-04-01", "80087.67"),
    ],
)
def test_pay_above_the_cap_of_2015(date: str, due: str) -> None:
    assert _liability({"salary": 120_000, "service_years": 12}, date=date) == Decimal(due)


def test_limits_apply_to_full_time_pay_then_pro_rata() -> None:
    # Full-time 18,000 counts as 23,000, of which half: 11,500 x 7/365 x 4.35 = 959.383562; x 10
    group = {"salary": 18_000, "service_years": 10, "wte_per_head": "0.5"}
    assert _liability(group, date="2015-04-01") == Decimal("9593.84")


def test_those_who_transfer_cost_nothing() -> None:
    # 10 people at 15,016.44 each, of whom 40 % stay behind: 60,065.76
    group = {"salary": 18_000, "service_years": 10, "headcount": 10}
    terms = {"private": {"transfer": "0.6", "buyer_share": 1}}
    assert _liability(group, transfer_terms=terms) == Decimal("60065.76")


def test_a_shared_payer_pays_its_share() -> None:
    # As above; the buyer pays 35 % of 60,065.76 = 21,023.016
    group = {"salary": 18_000, "service_years": 10, "headcount": 10}
    terms = {"private": {"transfer": "0.6", "buyer_share": "0.35"}}
    totals = _evaluate(group, transfer_terms=terms).totals
    assert totals is not None
    assert totals.liability == Decimal("60065.76")
    assert totals.liability_buyers == Decimal("21023.02")


def test_staff_of_the_incumbent_stay() -> None:
    case = one_service(
        {"firm": {"a": 1000}},
        lots=[{"id": "a:it", "buyer": "a", "service": "it", "incumbent": "firm"}],
        staff_groups=[{"id": "g", "lots": [{"lot": "a:it"}], "headcount": 9, "salary": 30_000, "service_years": 10}],
    )
    totals = evaluate(case, isolated=False).totals
    assert totals is not None
    assert totals.liability == 0
    assert totals.disruption == 0
