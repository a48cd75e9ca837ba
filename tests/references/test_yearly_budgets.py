"""Budgets of single years against what each year asks, worked out by hand. Budgets are not discounted.

Two years, 2013-14 and 2014-15. A firm is the cheapest; where it does not fit in the budget of a year, a level bid of a
rival wins.
"""

from decimal import Decimal
from typing import Any

import pytest

from models import Case
from tests.references.decided import best, broken, exact
from tests.references.tender import Row, offer, tender

STAFF = {"id": "g", "lots": [{"lot": "a:it"}], "headcount": 1, "salary": 1_000, "service_years": 1}


def case(bid: Row, budget: Row, **changes: Any) -> Case:
    """A lot that costs 1,600 a year today and 90 to procure again; the firm asks 1,000 and the rival 1,010."""
    services = [{"id": "it", "name": "IT", "reprocurement_cost": 90}]
    lots = [{"id": "a:it", "buyer": "a", "service": "it", "present_cost": 1_600}]
    bids = [{**offer("firm/a", 1_000, "a:it"), **bid}, offer("rival/a", 1_010, "a:it", transition=2_000)]
    horizon = {"start": "2013-04-01", "years": 2}
    tables: Row = {"lots": lots, "horizon": horizon, "places": {"a": {"budget": budget}}}
    return tender({"a": 100_000}, services, bids, **{**tables, **changes})


@pytest.mark.parametrize(
    ("bid", "changes", "first", "second"),
    [
        ({}, {}, "1000.00", "1000.00"),
        # 10 % more from the second year on.
        ({"indexation": "0.1"}, {}, "1000.00", "1100.00"),
        ({"prices": {"2014-15": "1200.50"}}, {}, "1000.00", "1200.50"),
        # Half a year as today: 800 + 500.
        ({"start": "2013-10-01"}, {}, "1300.00", "1000.00"),
        ({"transition": "33.33"}, {}, "1033.33", "1000.00"),
        # Transition in the year of the start: 1,600; 800 + 500 + 33.33.
        ({"transition": "33.33", "start": "2014-10-01"}, {}, "1600.00", "1333.33"),
        # Procured again after a year, and after half of one.
        ({"term_years": 1}, {}, "1000.00", "1090.00"),
        ({"term_years": "0.5"}, {}, "1090.00", "1000.00"),
        # VAT of 20 %, of which nothing is recovered.
        ({"indexation": "0.1"}, {"vat": {"private": "0.2"}}, "1200.00", "1320.00"),
        # Pensions of one who earns 1,000: 12.5 % more.
        (
            {},
            {
                "staff_groups": [STAFF],
                "transfer_terms": {"private": {"transfer": 1, "buyer_share": 1, "pension": "0.125"}},
            },
            "1125.00",
            "1125.00",
        ),
        # A third of a pound is rounded: 1,000 / 3 = 333.333333 for the four months, 8 x 1,600 / 12 = 1,066.666667.
        ({"start": "2013-12-01"}, {}, "1400.00", "1000.00"),
        ({"start": "2013-05-01", "price": 1_001}, {}, "1050.92", "1001.00"),
    ],
)
def test_a_budget_counts_what_the_year_asks(bid: Row, changes: Row, first: str, second: str) -> None:
    """The amount of each year to the penny: with that much in the budget the firm wins, with a penny less not."""
    just = {"2013-14": first, "2014-15": second}
    decided = best(case(bid, just, **changes), _cost(first, second), "firm/a")
    assert decided.evaluation.buyers[0].years == dict(zip(just, exact(first, second), strict=True))
    for year, amount in just.items():
        short = {year: str(Decimal(amount) - Decimal("0.01"))}
        assert broken(case(bid, short, **changes), case(bid, {}, **changes)) == {f"budget[a, {year}]"}


def _cost(first: str, second: str) -> str:
    # From the rounded amounts, which in these cases comes to the same penny as from those that are not.
    return str((Decimal(first) + Decimal(second) / Decimal("1.035")).quantize(Decimal("0.01")))


@pytest.mark.parametrize(
    ("budget", "cost", "winner"),
    [
        # 1,000 + 1,100 / 1.035 = 2,062.80.
        ({"2014-15": 1_100}, "2062.80", "firm/a"),
        # The rival's 3,010 + 1,010 / 1.035 = 3,985.85: dearer in all, and in the first year, but not in the second.
        ({"2014-15": "1099.99"}, "3985.85", "rival/a"),
        ({"2013-14": 1_000}, "2062.80", "firm/a"),
        ({"2013-14": 3_010, "2014-15": 1_010}, "3985.85", "rival/a"),
    ],
)
def test_the_budget_of_a_later_year_decides(budget: Row, cost: str, winner: str) -> None:
    """The firm's price rises by 10 %; the rival is level, and costs 2,000 to move to."""
    best(case({"indexation": "0.1"}, budget), cost, winner)


def test_a_budget_is_of_the_lots_of_its_buyer() -> None:
    """A package for a and b, 1 : 3 by people: of 1,000, indexed by 10 %, a bears 250 and 275, b 750 and 825.

    So with 275 in a's budget of the second year the package wins, with a penny less single bids do: 300 + 900 a year.
    """
    bids = [
        offer("firm/ab", 1_000, "a:it", "b:it", indexation="0.1"),
        offer("rival/a", 270, "a:it"),
        offer("rival/b", 900, "b:it"),
    ]
    horizon = {"start": "2013-04-01", "years": 2, "discount_rate": 0}
    people = {"a": 100_000, "b": 300_000}

    def asked(second: str) -> Case:
        return tender(people, ["it"], bids, horizon=horizon, places={"a": {"budget": {"2014-15": second}}})

    decided = best(asked("275.00"), 2_100, "firm/ab")
    assert [[*row.years.values()] for row in decided.evaluation.buyers] == [[*exact(250, 275)], [*exact(750, 825)]]
    best(asked("274.99"), 2_340, "rival/a", "rival/b")


def test_the_odd_penny_of_a_package_is_the_first_lots() -> None:
    """100.01 for two lots of like size are 50.005 each: 50.01 for the one that is named first, 50.00 for the other."""
    bids = [offer("firm/ba", "100.01", "b:it", "a:it"), offer("rival/a", 200, "a:it"), offer("rival/b", 200, "b:it")]
    people = dict.fromkeys("ab", 100_000)

    def asked(**budget: str) -> Case:
        places = {name: {"budget": {"2013-14": most}} for name, most in budget.items()}
        return tender(people, ["it"], bids, places=places)

    best(asked(a="50.00", b="50.01"), "100.01", "firm/ba")
    assert broken(asked(a="49.99"), asked()) == {"budget[a, 2013-14]"}
    assert broken(asked(b="50.00"), asked()) == {"budget[b, 2013-14]"}
