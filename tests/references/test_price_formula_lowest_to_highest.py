"""Scores along the line from the lowest price to the highest."""

from hypothesis import given
from hypothesis import strategies as st

from selector.appraise.price_scores.lowest_to_highest import lowest_to_highest
from tests.references.price_tables import PRICES, falls, pence, to, within


def test_four_bids_by_hand() -> None:
    """By hand: £80, £100, £110 and £120; a pound is worth 100 / (120 - 80) = 2.5 points."""
    assert to(3, lowest_to_highest(pence(80, 100, 110, 120))) == [100, 50, 25, 0]


def test_one_dear_bid_brings_the_others_together() -> None:
    """By hand: with £280 in place of £120 a pound is worth 100 / 200 = 0.5 points."""
    assert to(3, lowest_to_highest(pence(80, 100, 110, 280))) == [100, 90, 85, 0]


def test_equal_prices_and_a_single_bid() -> None:
    assert lowest_to_highest([5, 5]) == [100, 100]
    assert lowest_to_highest([0, 0]) == [100, 100]
    assert lowest_to_highest([1]) == [100]


def test_what_costs_nothing() -> None:
    assert lowest_to_highest([0, 1, 4]) == [100, 75, 0]


@given(PRICES, st.integers(1, 1000), st.integers(0, 10**6))
def test_no_matter_in_what_money_nor_from_where_it_is_counted(prices: list[int], factor: int, more: int) -> None:
    scores = lowest_to_highest(prices)
    assert lowest_to_highest([factor * price + more for price in prices]) == scores
    assert within(scores)
    assert falls(prices, scores)
    assert max(scores) == 100
    assert min(scores) == (0 if len(set(prices)) > 1 else 100)
