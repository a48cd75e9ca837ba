"""When bids start and end, worked out by hand: present cost until the start, terms, extensions, transition.

Nothing is discounted, so a cost is the sum of its amounts by year. Unless it says otherwise a bid asks £1,200 a year,
£100 a month, and the lot costs £2,400 a year today, £200 a month.
"""

from decimal import Decimal

import pytest

from models import Case
from tests.references.decided import Decided, best, exact
from tests.references.tender import Row, offer, tender

EXTENDED = {"term_years": "1.5", "extension_years": 1, "extension_price": 900}


def flat(years: int, **more: object) -> Row:
    return {"start": "2013-04-01", "years": years, "discount_rate": 0, **more}


def case(years: int, *bids: Row, extended: bool = False) -> Case:
    """A lot of so many years, not discounted."""
    lots = [{"id": "a:it", "buyer": "a", "service": "it", "present_cost": 2_400}]
    return tender({"a": 100_000}, ["it"], bids, lots=lots, horizon=flat(years, extended=extended))


def years(decided: Decided, buyer: int = 0) -> list[Decimal]:
    """What a buyer pays in each year."""
    return [*decided.evaluation.buyers[buyer].years.values()]


@pytest.mark.parametrize(
    ("start", "cost", "amounts"),
    [
        # From the first day: 1,200 + 1,200.
        (None, 2_400, (1_200, 1_200)),
        ("2013-04-01", 2_400, (1_200, 1_200)),
        # Three months as today, 600, and nine of the bid, 900; then a year of it.
        ("2013-07-01", 2_700, (1_500, 1_200)),
        # The last day it can start within the first year: 11 x 200 + 100.
        ("2014-03-01", 3_500, (2_300, 1_200)),
        # A year as today; a start on 1 April is in the year that begins.
        ("2014-04-01", 3_600, (2_400, 1_200)),
        # A year and a half as today: 2,400, and 1,200 + 600.
        ("2014-10-01", 4_200, (2_400, 1_800)),
    ],
)
def test_until_a_bid_starts_the_lot_costs_what_it_does_today(
    start: str | None, cost: int, amounts: tuple[int, ...]
) -> None:
    """Months before the start x 200 + months from it on x 100."""
    decided = best(case(2, offer("firm/a", 1_200, "a:it", start=start)), cost, "firm/a")
    assert years(decided) == [*exact(*amounts)]


@pytest.mark.parametrize(
    ("start", "amounts"),
    [
        (None, (1_950, 1_200)),
        # Three months as today, nine of the bid: 600 + 900 + 750.
        ("2013-07-01", (2_250, 1_200)),
        # In the later of the two years: 2,400, and 1,200 + 750.
        ("2014-04-01", (2_400, 1_950)),
        ("2015-03-01", (2_400, 3_050)),
    ],
)
def test_the_transition_is_paid_once_in_the_year_of_the_start(start: str | None, amounts: tuple[int, ...]) -> None:
    """750 on top, all of it in the year of the start; 2015-03-01: 11 x 200 + 100 + 750 = 3,050."""
    bid = offer("firm/a", 1_200, "a:it", start=start, transition=750)
    assert years(best(case(2, bid), sum(amounts), "firm/a")) == [*exact(*amounts)]


@pytest.mark.parametrize(
    ("extended", "bid", "amounts"),
    [
        # 18 months at 100, the extension's 12 at 75, then what is procured again at 100: 1,200; 600 + 450; 450 + 600.
        (True, EXTENDED, (1_200, 1_050, 1_050, 1_200)),
        # Not counted upon.
        (False, EXTENDED, (1_200, 1_200, 1_200, 1_200)),
        # At the price where the extension has none of its own.
        (True, {"term_years": "1.5", "extension_years": 1}, (1_200, 1_200, 1_200, 1_200)),
        # For nothing: a price of 0 is a price.
        (True, {**EXTENDED, "extension_price": 0}, (1_200, 600, 600, 1_200)),
        # Six months as today; the term from October 2013 to March 2015; the extension is the whole of 2015-16.
        (True, {**EXTENDED, "start": "2013-10-01"}, (1_800, 1_200, 900, 1_200)),
        # A month at 200, 30 at 100 to October 2015, ten at 75 until August 2016, seven at 100: 1,300; 1,200;
        # 7 x 100 + 5 x 75; 5 x 75 + 7 x 100.
        (
            True,
            {"term_years": "2.5", "extension_years": "0.833334", "extension_price": 900, "start": "2013-05-01"},
            (1_300, 1_200, 1_075, 1_075),
        ),
        # Begins and ends within a year: three months of term, three of the extension, six again: 300 + 225 + 600.
        (True, {"term_years": "0.25", "extension_years": "0.25", "extension_price": 900}, (1_125, 1_200, 1_200, 1_200)),
        # Beyond the horizon: only its first half year is within.
        (
            True,
            {"term_years": "3.5", "extension_years": 5, "extension_price": 900},
            (1_200, 1_200, 1_200, 1_050),
        ),
    ],
)
def test_an_extension_has_its_price_where_it_is_counted_upon(
    extended: bool, bid: Row, amounts: tuple[int, ...]
) -> None:
    """Months of the term x 100 + months of the extension x 75 + months after it x 100."""
    decided = best(case(4, offer("firm/a", 1_200, "a:it", **bid), extended=extended), sum(amounts), "firm/a")
    assert years(decided) == [*exact(*amounts)]


def test_a_term_that_ends_changes_nothing_but_what_it_costs_to_procure_again() -> None:
    """Where that costs nothing, a year's term is as good as none: 4 x 1,200."""
    best(case(4, offer("firm/a", 1_200, "a:it", term_years=1)), 4_800, "firm/a")


@pytest.mark.parametrize(
    ("horizon", "cost", "winner"),
    [
        # Now, at 1,200: 4 x 1,200 = 4,800. Later, at 600 from October 2014: 1.5 x 2,400 + 2.5 x 600 = 5,100.
        (4, 4_800, "now/a"),
        # 5 x 1,200 = 6,000 against 1.5 x 2,400 + 3.5 x 600 = 5,700.
        (5, 5_700, "later/a"),
    ],
)
def test_a_cheaper_bid_that_starts_later_wins_once_the_horizon_is_long_enough(
    horizon: int, cost: int, winner: str
) -> None:
    """The later one loses 1,200 x 1.5 = 1,800 until it starts, and gains 600 a year from then on: 3 years' worth."""
    bids = [offer("now/a", 1_200, "a:it"), offer("later/a", 600, "a:it", start="2014-10-01")]
    best(case(horizon, *bids), cost, winner)


def test_a_package_starts_on_all_its_lots_and_each_bears_its_own_present_cost() -> None:
    """People 1 : 3. Half a year as today, half of the package's 4,000, of which and of its 800 each bears its share.

    a: 3,000 / 2 + 4,000 / 2 x 1/4 + 800 x 1/4 = 1,500 + 500 + 200 = 2,200.
    b: 1,000 / 2 + 4,000 / 2 x 3/4 + 800 x 3/4 = 500 + 1,500 + 600 = 2,600.
    """
    costs = {"a": 3_000, "b": 1_000}
    lots = [{"id": name, "buyer": name, "service": "it", "present_cost": cost} for name, cost in costs.items()]
    package = offer("firm/ab", 4_000, "a", "b", start="2013-10-01", transition=800)
    people = {"a": 100_000, "b": 300_000}
    decided = best(tender(people, ["it"], [package], lots=lots, horizon=flat(1)), 4_800, "firm/ab")
    assert decided.costs == {"a": Decimal(2_200), "b": Decimal(2_600)}
    assert [*map(years, [decided] * 2, range(2))] == [[Decimal(2_200)], [Decimal(2_600)]]


def test_a_fallback_starts_at_once_and_holds_to_the_end() -> None:
    """The buyer's own 1,500 a year for two years, 3,000, against 1.5 x 2,400 + 0.5 x 1,200 = 4,200."""
    lots = [
        {
            "id": "a:it",
            "buyer": "a",
            "service": "it",
            "present_cost": 2_400,
            "required": False,
            "in_house": {"cost": 1_500, "quality": 0},
        }
    ]
    late = offer("firm/a", 1_200, "a:it", start="2014-10-01")
    best(tender({"a": 100_000}, ["it"], [late], lots=lots, horizon=flat(2)), 3_000, "in-house:a:it")
