"""Discounts, worked out here by hand."""

from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.by_hand import bid, bidder, case, package, service
from tests.oracle.discounts import Earned
from tests.oracle.enumerate import Answer, solve


def _answer(discount: dict[str, Any], **tables: Any) -> Answer:
    """Bidder x asks £100 for N and £100 for S, y £95 for S."""
    usual: dict[str, Any] = {
        "bidders": [bidder("x"), bidder("y")],
        "bids": [bid("a", "x", "N:it"), bid("b", "x", "S:it"), bid("c", "y", "S:it", 95)],
        "discounts": [{"id": "d", "bidder": "x", **discount}],
    }
    return solve(case(**usual | tables))


def _earned(answer: Answer) -> tuple[Earned, ...]:
    assert answer.totals is not None
    return answer.totals.discounts


def test_a_tier_reached_decides_and_one_missed_by_a_penny_does_not() -> None:
    # Both of x: £200 less a tenth is £180; with y £195.
    answer = _answer({"tiers": [{"at_least": 200, "rate": "0.1"}]})
    assert (answer.award, answer.objectives) == (("a", "b"), (18_000,))
    assert _earned(answer) == (Earned("d", "x", Fraction(200), Fraction(200), 2_000),)
    assert answer.totals is not None
    assert (answer.totals.cost, answer.totals.discount) == (18_000, 2_000)
    answer = _answer({"tiers": [{"at_least": "200.01", "rate": "0.1"}]})
    assert (answer.award, answer.objectives) == (("a", "c"), (19_500,))
    assert _earned(answer) == (Earned("d", "x", Fraction(100), None, 0),)


def test_all_units_may_cost_less_in_all_for_more() -> None:
    # From £150 on a fifth is off all: £160 for £200, £100 for £100.
    answer = _answer({"tiers": [{"at_least": 0, "rate": 0}, {"at_least": 150, "rate": "0.2"}]})
    assert (answer.award, answer.objectives) == (("a", "b"), (16_000,))


def test_an_incremental_rate_holds_for_the_part_within_it() -> None:
    # A twentieth of £150 and a fifth of the £50 above: £7.50 + £10 = £17.50, as 2 x £20 + £150 x (0.05 - 0.2).
    tiers = [{"at_least": 0, "rate": "0.05"}, {"at_least": 150, "rate": "0.2"}]
    answer = _answer({"kind": "incremental", "tiers": tiers})
    assert _earned(answer) == (Earned("d", "x", Fraction(200), Fraction(150), 1_750),)
    assert answer.objectives == (18_250,)
    # Two years: A = 1 + 1/1.035 = 1.966183..., a bid costs £196.62, a fifth of it £39.324, £39.32, twice; the constant
    # is -£22.50 x A = -£44.2391..., -£44.24: £34.40 in all.
    answer = _answer({"kind": "incremental", "tiers": tiers}, horizon={"start": "2013-04-01", "years": 2})
    assert _earned(answer) == (Earned("d", "x", Fraction(200), Fraction(150), 3_440),)
    assert answer.objectives == (2 * 19_662 - 3_440,)


@pytest.mark.parametrize(
    ("discount", "quantity", "tier", "amount"),
    [
        # £0.0001 for each of 180,000 and 120,000 people: £18 and £12.
        ({"by": "volume", "tiers": [{"at_least": 300_000, "per_unit": "0.0001"}]}, 300_000, 300_000, 3_000),
        # £10 for the second 100,000 at £0.0001, £30 for the third at £0.0003: £40.
        (
            {
                "by": "volume",
                "kind": "incremental",
                "tiers": [{"at_least": 100_000, "per_unit": "0.0001"}, {"at_least": 200_000, "per_unit": "0.0003"}],
            },
            300_000,
            200_000,
            4_000,
        ),
        # A rate by lots or by volume is off what the bids cost.
        ({"by": "lots", "tiers": [{"at_least": 2, "rate": "0.05"}]}, 2, 2, 1_000),
        ({"by": "volume", "tiers": [{"at_least": "299999.999", "rate": "0.5"}]}, 300_000, "299999.999", 10_000),
        ({"by": "lots", "tiers": [{"at_least": 1, "per_unit": 1}, {"at_least": 2, "per_unit": "7.125"}]}, 2, 2, 1_426),
        # £3 for the first lot, £7 for the second.
        (
            {
                "by": "lots",
                "kind": "incremental",
                "tiers": [{"at_least": 0, "per_unit": 3}, {"at_least": 1, "per_unit": 7}],
            },
            2,
            1,
            1_000,
        ),
    ],
)
def test_what_is_counted_and_what_is_taken_off(
    discount: dict[str, Any], quantity: int, tier: int | str, amount: int
) -> None:
    answer = _answer(discount, bids=[bid("a", "x", "N:it"), bid("b", "x", "S:it")])
    assert _earned(answer) == (Earned("d", "x", Fraction(quantity), Fraction(tier), amount),)
    assert answer.objectives == (20_000 - amount,)


def test_a_package_counts_with_its_lots_in_scope() -> None:
    # £100.01 shared over two lots of N: £50.01 on it, which is named first, £50.00 on hr. Half of £50.01 is £25.005,
    # £25.01. The two lots of S are of y, which gives nothing.
    document = case(
        services=[service(), {"id": "hr", "name": "HR"}],
        bidders=[bidder("x"), bidder("y")],
        bids=[
            package("p", "x", ["N:it", "N:hr"], "100.01"),
            bid("a", "y", "S:it"),
            bid("b", "y", "S:hr"),
        ],
        discounts=[
            {"id": "d", "bidder": "x", "services": ["it"], "tiers": [{"at_least": "50.01", "rate": "0.5"}]},
            {"id": "e", "bidder": "x", "services": ["hr"], "tiers": [{"at_least": "50.01", "rate": "0.5"}]},
        ],
    )
    assert _earned(solve(document)) == (
        Earned("d", "x", Fraction("50.01"), Fraction("50.01"), 2_501),
        Earned("e", "x", Fraction(50), None, 0),
    )


def test_budgets_see_list_prices() -> None:
    # £100 less a half is within £60, but the list price is not.
    document = case(
        buyers=[{"id": "N", "name": "N", "population": 1, "budget": {"2013-14": 60}}],
        bidders=[bidder("x")],
        bids=[bid("a", "x", "N:it")],
        discounts=[{"id": "d", "bidder": "x", "tiers": [{"at_least": 0, "rate": "0.5"}]}],
    )
    assert not solve(document).feasible


def test_a_level_of_cost_counts_discounts() -> None:
    answer = _answer(
        {"tiers": [{"at_least": 200, "rate": "0.1"}]},
        objective={"mode": "lexicographic", "levels": [{"objective": "cost", "tolerance": 0}]},
    )
    assert (answer.award, answer.objectives) == (("a", "b"), (18_000,))
