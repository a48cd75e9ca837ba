"""From 1 April 2015 yearly pay counts at least £23,000 and at most £80,000. The day decides payments, and nothing else.

Three people on three lots that go to firms, none of whom transfers. A month is 4.35 weeks of pay x 7/365.

    pay       years   to 31 March 2015                        from 1 April 2015
    18,000    10      1,501.643836 x 10 = 15,016.44           as 23,000: 1,918.767123 x 10 = 19,187.67
    30,000    10      2,502.739726 x 10 = 25,027.40           the same
    120,000   12      10,010.958904 x 12 = 120,131.51         as 80,000: 6,673.972603 x 12 = 80,087.67
    in all            160,175.35                              124,302.74

A half post takes half of the dearest: 60,065.755, £60,065.76, and 40,043.835, £40,043.84.
"""

from decimal import Decimal
from typing import Any

import pytest

from models import Case
from tests.references.decided import best, exact
from tests.references.tender import offer, supplier, tender

PAY = {"a": (18_000, 10), "b": (30_000, 10), "c": (120_000, 12)}
BEFORE = ("2013-04-01", {"a": "15016.44", "b": "25027.40", "c": "120131.51"}, ("100109.59", "60065.76", "160175.35"))
AFTER = ("2015-04-01", {"a": "19187.67", "b": "25027.40", "c": "80087.67"}, ("84258.90", "40043.84", "124302.74"))


def case(date: str, **pay: int) -> Case:
    """The case as of a day; bids start late, end, are indexed and taxed, so that time is about in it everywhere."""
    horizon = {"start": "2013-04-01", "years": 4}
    terms = {"term_years": 2, "indexation": "0.02", "start": "2013-10-01", "transition": 500}
    bids = [offer(f"firm/{name}", 1_000, f"{name}:it", **terms) for name in PAY]
    bids += [offer(f"csu/{name}", 10**6, f"{name}:it") for name in PAY]
    bids.append(offer("csu/d", 1, "d:it"))
    people = dict.fromkeys("abcd", 100_000)
    groups = [
        {
            "id": name,
            "lots": [{"lot": f"{name}:it"}],
            "headcount": 1,
            "salary": pay.get(name, salary),
            "service_years": years,
            "function": "it",
        }
        for name, (salary, years) in PAY.items()
    ]
    lots = [{"id": f"{name}:it", "buyer": name, "service": "it", "present_cost": 900} for name in people]
    return tender(
        people,
        [{"id": "it", "name": "IT", "reprocurement_cost": 70, "vat_recoverable": "0.5"}],
        bids,
        bidders=[supplier("csu", "nhs_csu"), supplier("firm", overhead=50)],
        lots=lots,
        horizon=horizon,
        vat={"private": "0.2"},
        staff_groups=groups,
        vacancies=[{"id": "v", "bidder": "csu", "function": "it", "wte": "0.5"}],
        objective={"mode": "lexicographic", "levels": [{"objective": "cost"}, {"objective": "quality"}]},
        date=date,
    )


WINNERS = ("firm/a", "firm/b", "firm/c", "csu/d")


def cost() -> str:
    """Three times the firm's cost of a lot, each rounded; its overhead; and £1 a year of the CSU.

    VAT 10 %. 450 + 500 x 1.1 + 500 = 1,500; 1,020 x 1.1 = 1,122; 1,040.40 x 1.1 + 70 = 1,214.44; 1,061.208 x 1.1 =
    1,167.3288. 1,500 + 1,122 / 1.035 + 1,214.44 / 1.071225 + 1,167.3288 / 1.108717875
    = 1,500 + 1,084.057971 + 1,133.692735 + 1,052.863695 = 4,770.614401. A = 3.801636981: 50 A = 190.08, 1 A = 3.80.
    """
    return str(3 * Decimal("4770.61") + Decimal("190.08") + Decimal("3.80"))


def award(case: Case) -> dict[str, Any]:
    """All that an award says, but how long it took and which case it is of."""
    found = best(case, cost(), *WINNERS).evaluation.model_dump(mode="json")
    del found["certificate"]["seconds"], found["provenance"]["case_sha256"]
    return found


@pytest.mark.parametrize(("date", "by_lot", "totals"), [BEFORE, AFTER])
def test_payments_by_the_day(date: str, by_lot: dict[str, str], totals: tuple[str, str, str]) -> None:
    """Liability after redeployment, what that takes off, and what buyers pay before it."""
    decided = best(case(date), cost(), *WINNERS)
    for row in decided.evaluation.awards:
        assert row.liability == Decimal(by_lot.get(row.buyer, "0"))
    found = decided.totals
    assert (found.liability, found.redeployed, found.liability_buyers) == exact(*totals)


def without_liability(found: dict[str, Any]) -> dict[str, Any]:
    for row in (found["totals"], *found["awards"], *found["buyers"]):
        del row["liability"]
    del found["totals"]["redeployed"], found["totals"]["liability_buyers"]
    return found


@pytest.mark.parametrize("date", ["2015-04-01", "2016-04-01", "2011-01-01"])
def test_the_day_changes_nothing_else(date: str) -> None:
    """Who wins, every cost by lot and year, the staff and their moves, rules and certificate: all as on another day."""
    assert without_liability(award(case(date))) == without_liability(award(case("2013-04-01")))


def test_pay_within_the_limits_is_paid_alike_on_any_day() -> None:
    """£23,000 and £80,000 are within them: then not even the liability changes."""
    pay = {"a": 23_000, "c": 80_000}
    assert award(case("2015-04-01", **pay)) == award(case("2015-03-31", **pay))
    # A pound beyond either, and it does.
    assert award(case("2015-04-01", **{**pay, "a": 22_999})) != award(case("2015-03-31", **{**pay, "a": 22_999}))
    assert award(case("2015-04-01", **{**pay, "c": 80_001})) != award(case("2015-03-31", **{**pay, "c": 80_001}))
