"""Present values of amounts that differ by year, worked out by hand. The first year is not discounted."""

from decimal import Decimal
from typing import Any

import pytest

from models import Case
from tests.references.bulk import of_bulk, tier
from tests.references.decided import best, exact
from tests.references.tender import Row, offer, supplier, tender


def case(years: int, rate: object, *bids: Row, **changes: Any) -> Case:
    """A lot that costs £600 a year today and £40 to procure again, discounted at a rate."""
    services = [{"id": "it", "name": "IT", "reprocurement_cost": 40, "successor_years": 1}]
    lots = [{"id": "a:it", "buyer": "a", "service": "it", "present_cost": 600}]
    horizon = {"start": "2013-04-01", "years": years, "discount_rate": rate}
    return tender({"a": 100_000}, services, bids, lots=lots, horizon=horizon, **changes)


@pytest.mark.parametrize(
    ("rate", "bid", "cost"),
    [
        # Indexed as fast as it is discounted: 1,000 x 1.035 / 1.035, 1,000 x 1.071225 / 1.071225.
        ("0.035", {"indexation": "0.035"}, "3000.00"),
        # 1,000 + 1,020 / 1.035 + 1,040.40 / 1.071225 = 1,000 + 985.507246 + 971.224533
        ("0.035", {"indexation": "0.02"}, "2956.73"),
        # Halved and quartered: 1,000 + 500 + 250.
        (1, {}, "1750.00"),
        # Transition in the third year: 600 + 600 / 1.1 + (1,000 + 121) / 1.21 = 600 + 545.454545 + 926.446281
        ("0.1", {"start": "2015-04-01", "transition": 121}, "2071.90"),
        # Procured again after one year, and after two: 1,000 + 1,040 / 1.1 + 1,040 / 1.21
        # = 1,000 + 945.454545 + 859.504132
        ("0.1", {"term_years": 1}, "2804.96"),
        # Half a year as today: (300 + 500 + 50) + 1,000 / 1.1 + 1,000 / 1.21 = 850 + 909.090909 + 826.446281
        ("0.1", {"start": "2013-10-01", "transition": 50}, "2585.54"),
        # The price of one year: 1,000 + 550 / 1.1 + 1,000 / 1.21 = 1,000 + 500 + 826.446281
        ("0.1", {"prices": {"2014-15": 550}}, "2326.45"),
    ],
)
def test_each_amount_counts_by_its_year(rate: object, bid: Row, cost: str) -> None:
    """Three years at 1,000 unless the bid says otherwise: amount 0 + amount 1 / (1 + r) + amount 2 / (1 + r)^2."""
    best(case(3, rate, offer("firm/a", 1_000, "a:it", **bid)), cost, "firm/a")


@pytest.mark.parametrize(
    ("rate", "cost", "winner"),
    [
        # 200 + 3 x 900 = 2,900 against 3,000.
        (0, "2900.00", "moved/a"),
        # A third off each year: (1 + 2/3 + 4/9) = 2.111111; 200 + 1,900 = 2,100 against 2,111.11.
        ("0.5", "2100.00", "moved/a"),
        # Halved each year: 200 + 1.75 x 900 = 1,775 against 1,750.
        (1, "1750.00", "still/a"),
    ],
)
def test_the_rate_decides_whether_a_move_pays(rate: object, cost: str, winner: str) -> None:
    """£200 now for £100 a year less."""
    bids = [offer("moved/a", 900, "a:it", transition=200), offer("still/a", 1_000, "a:it")]
    best(case(3, rate, *bids), cost, winner)


def test_a_share_is_taken_off_the_present_value_of_the_price_alone() -> None:
    """1,000, indexed and discounted by 10 %: 3,000 in all, of which 5 % are 150.

    VAT of 20 % on the price, 600, and transition, 77, earn nothing: 3,000 + 600 + 77 - 150 = 3,527.
    """
    bid = offer("bulk/a", 1_000, "a:it", indexation="0.1", transition=77)
    discounts = [of_bulk(tier(0, "0.05"))]
    decided = best(case(3, "0.1", bid, discounts=discounts, vat={"private": "0.2"}), 3_527, "bulk/a")
    assert (decided.totals.discount, *decided.costs.values()) == exact(150, 3_677)


def test_a_share_is_taken_off_from_the_start_on() -> None:
    """A year and a half at 1,000: 500 / 1.25 + 1,000 / 1.5625 = 400 + 640 = 1,040, of which 5 % are 52.

    Until then the lot costs 600 + 300 / 1.25 = 840, which earns nothing: 1,880 - 52.
    """
    bid = offer("bulk/a", 1_000, "a:it", start="2014-10-01")
    decided = best(case(3, "0.25", bid, discounts=[of_bulk(tier(0, "0.05"))]), 1_828, "bulk/a")
    assert decided.totals.discount == 52


def test_so_much_a_unit_is_taken_off_from_the_start_on() -> None:
    """£20 a lot from the second year's middle on at 25 %: 20 x (0.5 x 0.8 + 0.64) = 20.80. 1,880 - 20.80."""
    bid = offer("bulk/a", 1_000, "a:it", start="2014-10-01")
    discounts = [of_bulk(tier(0, None, 20), by="lots")]
    decided = best(case(3, "0.25", bid, discounts=discounts), "1859.20", "bulk/a")
    assert decided.totals.discount == Decimal("20.80")


def test_an_incremental_rate_follows_its_bids() -> None:
    """10 % on what is above £400 a year, of £1,000 that start in the second year and rise by 10 %: 60 a year.

    Present value of a yearly pound at 25 %, risen: 0.8 x 1.1 + 0.64 x 1.21 = 1.6544; 60 x 1.6544 = 99.264, of which the
    rate gives 100 x 1.6544 = 165.44 and the constant takes back 40 x 1.6544 = 66.18: 99.26. The year before costs 600.
    """
    bid = offer("bulk/a", 1_000, "a:it", start="2014-04-01", indexation="0.1")
    discounts = [of_bulk(tier(0, 0), tier(400, "0.1"), kind="incremental")]
    decided = best(case(3, "0.25", bid, discounts=discounts), "2155.14", "bulk/a")
    assert decided.totals.discount == Decimal("99.26")


def test_charges_do_not_wait_for_the_start() -> None:
    """Overhead 100 for three years at 25 %, 244, and set-up 10; the bid from the second year's middle on, 1,880."""
    bidders = [supplier("firm", overhead=100, setup={"it": 10})]
    decided = best(
        case(3, "0.25", offer("firm/a", 1_000, "a:it", start="2014-10-01"), bidders=bidders), 2_134, "firm/a"
    )
    assert decided.totals.charges == 254


def test_a_price_that_would_be_gone_in_a_second_year() -> None:
    """It falls to nothing, but the horizon ends before: 1,000 - 20."""
    bid = offer("bulk/a", 1_000, "a:it", indexation=-1)
    best(case(1, 0, bid, discounts=[of_bulk(tier(0, None, 20), by="lots")]), 980, "bulk/a")
