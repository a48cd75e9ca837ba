"""Scores by the distance from the mean price."""

from hypothesis import given
from hypothesis import strategies as st

from selector.appraise.price_scores.to_the_mean import to_the_mean
from tests.references.price_tables import PRICES, falls, pence, to, within


def test_four_bids_by_hand() -> None:
    """By hand: £80, £100, £110 and £110, whose mean is £100: 20 % below it is worth 20 points, 10 % above costs 10."""
    assert to(3, to_the_mean(pence(80, 100, 110, 110))) == [70, 50, 40, 40]


def test_half_as_much_or_as_much_again_is_the_end() -> None:
    """By hand: £10, £60 and £230, mean £100: 50 + 90, which is above 100; 50 + 40; and 50 - 130, which is below 0."""
    assert to(3, to_the_mean(pence(10, 60, 230))) == [100, 90, 0]
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
    if min(scores) > 0 and max(scores) < 100:
        assert sum(scores) == 50 * len(prices)
