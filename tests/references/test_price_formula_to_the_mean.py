"""Scores by the distance from the mean price."""

from hypothesis import given
from hypothesis import strategies as st

from selector.appraise.price_scores.to_the_mean import to_the_mean
from tests.references.price_tables import PRICES, falls, pence, to, within


def test_four_bids_by_hand() -> None:
    """By hand: £80, £100, £110 and £110, whose mean is £100: 20 % below it is worth 10 points, 10 % above costs 5."""
    assert to(3, to_the_mean(pence(80, 100, 110, 110))) == [60, 50, 45, 45]


def test_beyond_twice_the_mean_there_is_nothing_left_to_lose() -> None:
    """By hand: £10, £20 and £270, mean £100: 50 + 50 x 0.9, 50 + 50 x 0.8, and 50 - 50 x 1.7, which is below 0."""
    assert to(3, to_the_mean(pence(10, 20, 270))) == [95, 90, 0]
    assert to(3, to_the_mean(pence(0, 100, 200))) == [100, 50, 0]


def test_equal_prices_a_single_bid_and_all_free() -> None:
    assert to_the_mean([9, 9, 9]) == [50, 50, 50]
    assert to_the_mean([4]) == [50]
    assert to_the_mean([0, 0]) == [50, 50]


def test_what_costs_nothing_has_every_point() -> None:
    assert to_the_mean([0, 3]) == [100, 0]


@given(PRICES, st.integers(1, 1000))
def test_no_matter_in_what_money(prices: list[int], factor: int) -> None:
    scores = to_the_mean(prices)
    assert to_the_mean([factor * price for price in prices]) == scores
    assert within(scores)
    assert falls(prices, scores)


@given(PRICES)
def test_the_mean_has_half_the_points(prices: list[int]) -> None:
    scores = to_the_mean(prices)
    if min(scores) > 0:
        assert sum(scores) == 50 * len(prices)
