"""Scores in proportion to the lowest price."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from selector.appraise.price_scores.lowest_over_price import lowest_over_price
from tests.references.price_tables import PRICES, falls, pence, to, within


def test_three_quotes_crown_commercial_service_2016() -> None:
    """Crown Commercial Service, guidance on digital outcomes and specialists (2016), fixed quotes.

    Quoted in Spend Matters Europe, "Evaluating and scoring price - questionable advice from Crown Commercial Service?",
    17 May 2016: £15,000, £10,000 and £30,000 score 0.667, 1 and 0.333.
    """
    assert to(1, lowest_over_price(pence(15_000, 10_000, 30_000))) == [66.7, 100, 33.3]


def test_three_tenderers_brodies_2024() -> None:
    """Brodies LLP, "A new approach to evaluating price submissions in tenders" (2024).

    Of £1m, £1.2m and £2m the second has 83 % and the third 50 % of the score for price.
    """
    assert to(0, lowest_over_price(pence(1_000_000, 1_200_000, 2_000_000))) == [100, 83, 50]


def test_what_costs_nothing() -> None:
    """By hand: where one bid is free, it has all the points, and every other none, however cheap."""
    assert lowest_over_price([0, 1, 10**9, 0]) == [100, 0, 0, 100]


def test_equal_prices_and_a_single_bid() -> None:
    assert lowest_over_price([7, 7, 7]) == [100, 100, 100]
    assert lowest_over_price([123]) == [100]


@given(PRICES, st.integers(1, 1000))
def test_no_matter_in_what_money(prices: list[int], factor: int) -> None:
    scores = lowest_over_price(prices)
    assert lowest_over_price([factor * price for price in prices]) == scores
    assert within(scores)
    assert falls(prices, scores)
    assert max(scores) == 100


@given(st.integers(1, 10**9), st.integers(2, 50))
def test_so_many_times_the_lowest_has_that_part(price: int, times: int) -> None:
    assert lowest_over_price([price, times * price]) == [100, Fraction(100, times)]
