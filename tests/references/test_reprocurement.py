"""What it costs to procure again once a term ends within the horizon, and again after each successor. By hand.

Nothing is discounted. A bid asks £1,000 a year; to procure its lot again costs £100 each time.
"""

from decimal import Decimal

import pytest

from models import Case
from tests.references.decided import Decided, best, exact
from tests.references.tender import Row, offer, tender


def case(years: int, *bids: Row, successor: object = None, cost: int = 100, extended: bool = False) -> Case:
    service = {"id": "it", "name": "IT", "reprocurement_cost": cost}
    if successor is not None:
        service["successor_years"] = successor
    lots = [{"id": "a:it", "buyer": "a", "service": "it", "present_cost": 1_000}]
    horizon = {"start": "2013-04-01", "years": years, "discount_rate": 0, "extended": extended}
    return tender({"a": 100_000}, [service], bids, lots=lots, horizon=horizon)


def times(decided: Decided) -> list[Decimal]:
    """How often it is procured again in each year."""
    return [(amount - 1_000) / 100 for amount in decided.evaluation.buyers[0].years.values()]


@pytest.mark.parametrize(
    ("successor", "bid", "found"),
    [
        # After 2 years, on the first day of the third; then every 1.5: at 3.5, and 5, the first day of the sixth.
        ("1.5", {"term_years": 2}, (0, 0, 1, 1, 0, 1)),
        # After 2 and, five years being the rule, not again before 7.
        (None, {"term_years": 2}, (0, 0, 1, 0, 0, 0)),
        # After 0.5 and 5.5.
        (None, {"term_years": "0.5"}, (1, 0, 0, 0, 0, 1)),
        # Every half year from 0.75 on: 0.75; 1.25, 1.75; 2.25, 2.75; ...
        ("0.5", {"term_years": "0.75"}, (1, 2, 2, 2, 2, 2)),
        # Every quarter from 5.25 on: 5.25, 5.5, 5.75.
        ("0.25", {"term_years": "5.25"}, (0, 0, 0, 0, 0, 3)),
        # To the last day of the horizon and not within it; beyond it; and without a term.
        ("0.5", {"term_years": 6}, (0, 0, 0, 0, 0, 0)),
        ("0.5", {"term_years": "6.5"}, (0, 0, 0, 0, 0, 0)),
        ("0.5", {}, (0, 0, 0, 0, 0, 0)),
        # A millionth of a year before the end.
        ("0.5", {"term_years": "5.999999"}, (0, 0, 0, 0, 0, 1)),
        # From the start: 0.5 + 2 = 2.5, 4, 5.5.
        ("1.5", {"term_years": 2, "start": "2013-10-01"}, (0, 0, 1, 0, 1, 1)),
        # 11/12 + 1/12 = 1, but for what six decimals cannot say: 0.083334 ends in the second year, 0.083333 before.
        (5, {"term_years": "0.083334", "start": "2014-03-01"}, (0, 1, 0, 0, 0, 0)),
        (5, {"term_years": "0.083333", "start": "2014-03-01"}, (1, 0, 0, 0, 0, 1)),
    ],
)
def test_once_at_the_end_of_each_term(successor: object, bid: Row, found: tuple[int, ...]) -> None:
    """100 for each of the times e, e + n, e + 2n, ... within the six years, a time between two years in the later."""
    decided = best(
        case(6, offer("firm/a", 1_000, "a:it", **bid), successor=successor), 6_000 + 100 * sum(found), "firm/a"
    )
    assert times(decided) == [*exact(*found)]


@pytest.mark.parametrize(("extended", "found"), [(False, (0, 0, 1, 1, 0)), (True, (0, 0, 0, 1, 1))])
def test_an_extension_that_is_counted_upon_puts_it_off(extended: bool, found: tuple[int, ...]) -> None:
    """A term of 2 and an extension of 1 year, successors of 1.5: at 2 and 3.5, or at 3 and 4.5."""
    bid = offer("firm/a", 1_000, "a:it", term_years=2, extension_years=1)
    decided = best(case(5, bid, successor="1.5", extended=extended), 5_200, "firm/a")
    assert times(decided) == [*exact(*found)]


@pytest.mark.parametrize(
    ("successor", "cost", "winner"),
    [
        # Procured again after 1 and after 2 years: 3 x 1,000 + 2 x 80 = 3,160, against 3 x 1,030 = 3,090.
        (1, 3_090, "long/a"),
        # After 1 and 2.5 as well.
        ("1.5", 3_090, "long/a"),
        # After 1 only: 3,080.
        (2, 3_080, "short/a"),
        (5, 3_080, "short/a"),
    ],
)
def test_a_longer_term_may_be_worth_its_price(successor: object, cost: int, winner: str) -> None:
    """A year at 1,000, then procured again at 80, against three years at 1,030."""
    bids = [offer("short/a", 1_000, "a:it", term_years=1), offer("long/a", 1_030, "a:it", term_years=3)]
    best(case(3, *bids, successor=successor, cost=80), cost, winner)


def test_each_lot_of_a_package_is_procured_again_as_its_service_is() -> None:
    """Two years at 1,000 for each lot of like size, a term of half a year.

    IT costs 100, every half year: at 0.5, 1 and 1.5, so 300. Care costs 30, once in five years: at 0.5.
    """
    services = [
        {"id": "it", "name": "IT", "reprocurement_cost": 100, "successor_years": "0.5"},
        {"id": "care", "name": "Care", "reprocurement_cost": 30},
    ]
    bid = offer("firm/both", 2_000, "a:it", "a:care", term_years="0.5")
    horizon = {"start": "2013-04-01", "years": 2, "discount_rate": 0}
    decided = best(tender({"a": 100_000}, services, [bid], horizon=horizon), 4_330, "firm/both")
    assert decided.costs == {"a:it": Decimal(2_300), "a:care": Decimal(2_030)}
    assert [*decided.evaluation.buyers[0].years.values()] == [*exact(2_130, 2_200)]


def test_what_a_buyer_does_itself_is_not_procured_again() -> None:
    """Its own 1,010 for two years, against two of 1,000 and, after one, 100."""
    service = {"id": "it", "name": "IT", "reprocurement_cost": 100}
    bids = [offer("firm/a", 1_000, "a:it", term_years=1)]
    horizon = {"start": "2013-04-01", "years": 2, "discount_rate": 0}
    best(tender({"a": 1}, [service], bids, in_house={"a:it": 1_010}, horizon=horizon), 2_020, "in-house:a:it")
