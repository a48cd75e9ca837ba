"""Prices that rise each 1 April, and prices of single years, worked out by hand. Nothing is discounted."""

from decimal import Decimal

import pytest

from models import Case
from tests.references.decided import best, exact
from tests.references.tender import Row, offer, tender


def case(years: int, *bids: Row, extended: bool = False, **buyer: object) -> Case:
    """A lot for 200,000 people that costs nothing today."""
    lots = [{"id": "a:it", "buyer": "a", "service": "it", "present_cost": 0}]
    horizon = {"start": "2013-04-01", "years": years, "discount_rate": 0, "extended": extended}
    return tender({"a": 200_000}, ["it"], bids, lots=lots, horizon=horizon, places={"a": buyer})


@pytest.mark.parametrize(
    ("bid", "amounts"),
    [
        # 1,000 x 1.02 = 1,020; x 1.02 = 1,040.40.
        ({"indexation": "0.02"}, ("1000", "1020", "1040.40")),
        # 1,000 x 0.9 = 900; x 0.9 = 810.
        ({"indexation": "-0.1"}, ("1000", "900", "810")),
        # Doubled each year; or nothing from the second on.
        ({"indexation": 1}, ("1000", "2000", "4000")),
        ({"indexation": -1}, ("1000", "0", "0")),
        # By the horizon's years, whenever the bid starts: half of 1,020; 1,040.40.
        ({"indexation": "0.02", "start": "2014-10-01"}, ("0", "510", "1040.40")),
        # The price of one year, and the years after it as if there were none.
        ({"indexation": "0.02", "prices": {"2014-15": 950}}, ("1000", "950", "1040.40")),
        # The first year's; indexation is of the price.
        ({"indexation": "0.02", "prices": {"2013-14": 900}}, ("900", "1020", "1040.40")),
        # All of them: the price is then of no account but as the list price.
        ({"indexation": "0.5", "prices": {"2013-14": 1, "2014-15": 0, "2015-16": "3.5"}}, ("1", "0", "3.50")),
        # The price of a year in which the bid runs for half: 0.5 x 950.
        ({"prices": {"2014-15": 950}, "start": "2014-10-01"}, ("0", "475", "1000")),
        # A head, of 200,000 people: 0.005 x 200,000 = 1,000; 0.0051 x 200,000; 0.006 x 200,000.
        (
            {"price": "0.005", "price_basis": "head", "indexation": "0.02", "prices": {"2015-16": "0.006"}},
            ("1000", "1020", "1200"),
        ),
    ],
)
def test_the_price_of_each_year(bid: Row, amounts: tuple[str, ...]) -> None:
    """1,000 x (1 + indexation)^t, or the price of the year."""
    decided = best(case(3, {**offer("firm/a", 1_000, "a:it"), **bid}), str(sum(map(Decimal, amounts))), "firm/a")
    assert [*decided.evaluation.buyers[0].years.values()] == [*exact(*amounts)]


@pytest.mark.parametrize(
    ("prices", "amounts"),
    [
        # 1,000; 900 x 1.02 = 918; then again the price, 1,000 x 1.0404.
        ({}, ("1000", "918", "1040.40")),
        # The price of a year goes before that of the extension, and of what is procured again.
        ({"2014-15": 950}, ("1000", "950", "1040.40")),
        ({"2015-16": 700}, ("1000", "918", "700")),
    ],
)
def test_an_extension_is_indexed_as_the_price_is(prices: Row, amounts: tuple[str, ...]) -> None:
    """A term of a year at 1,000, an extension of another at 900, both indexed by 2 %."""
    terms = {"term_years": 1, "extension_years": 1, "extension_price": 900, "indexation": "0.02"}
    bid = offer("firm/a", 1_000, "a:it", prices=prices, **terms)
    decided = best(case(3, bid, extended=True), str(sum(map(Decimal, amounts))), "firm/a")
    assert [*decided.evaluation.buyers[0].years.values()] == [*exact(*amounts)]


@pytest.mark.parametrize(
    ("years", "cost", "winner"),
    [
        # 1,000 + 1,050 = 2,050 against 2 x 1,040 = 2,080.
        (2, "2050", "rising/a"),
        # 2,050 + 1,102.50 = 3,152.50 against 3 x 1,040 = 3,120.
        (3, "3120", "level/a"),
    ],
)
def test_a_price_that_rises_loses_once_the_horizon_is_long_enough(years: int, cost: str, winner: str) -> None:
    """1,000 indexed by 5 %, against a level 1,040."""
    bids = [offer("rising/a", 1_000, "a:it", indexation="0.05"), offer("level/a", 1_040, "a:it")]
    best(case(years, *bids), cost, winner)


def test_years_are_added_up_before_they_are_rounded() -> None:
    """100.10; x 1.02 = 102.102; x 1.02 = 104.14404. In all 306.34604, £306.35; the accounts come to a penny less."""
    decided = best(case(3, offer("firm/a", "100.10", "a:it", indexation="0.02")), "306.35", "firm/a")
    assert [*decided.evaluation.buyers[0].years.values()] == [*exact("100.10", "102.10", "104.14")]


def test_the_list_price_is_not_indexed() -> None:
    """The tier is set by the price, 1,000, though later years cost more; off each year 10 %: of 3,060.40, 306.04."""
    bid = offer("bulk/a", 1_000, "a:it", indexation="0.02")
    discounts = [
        {"id": "d", "bidder": "bulk", "tiers": [{"at_least": 0, "rate": "0.1"}, {"at_least": 1_001, "rate": 1}]}
    ]
    lots = [{"id": "a:it", "buyer": "a", "service": "it"}]
    horizon = {"start": "2013-04-01", "years": 3, "discount_rate": 0}
    decided = best(
        tender({"a": 1}, ["it"], [bid], lots=lots, horizon=horizon, discounts=discounts), "2754.36", "bulk/a"
    )
    assert decided.totals.discount == Decimal("306.04")
