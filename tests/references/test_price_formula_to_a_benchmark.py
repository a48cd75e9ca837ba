"""Scores by the distance from a price that was set beforehand."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from selector.appraise.price_scores.to_a_benchmark import to_a_benchmark
from tests.references.price_tables import PRICES, falls, pence, to, within

BENCHMARKS = st.fractions(Fraction(1, 100), 10**9, max_denominator=1000)


def test_the_weighted_factor_method_by_hand() -> None:
    """By hand from the weighted factor method, (Pmax - P) / (Pmax - Pmin), with Pmax £200 and Pmin £0."""
    scores = to_a_benchmark(pence(0, 50, 150, 200), Fraction(20_000))
    assert to(3, scores) == [100, 75, 25, 0]


def test_a_benchmark_below_all_leaves_nobody_a_point() -> None:
    assert to_a_benchmark([300, 200, 101], Fraction(100)) == [0, 0, 0]


def test_a_benchmark_of_a_part_of_a_penny() -> None:
    """By hand: against 33 1/3 pence, 10 pence are 70 % below."""
    assert to_a_benchmark([10], Fraction(100, 3)) == [70]


@given(PRICES, BENCHMARKS)
def test_no_bid_has_a_say_in_the_score_of_another(prices: list[int], benchmark: Fraction) -> None:
    scores = to_a_benchmark(prices, benchmark)
    assert scores == [to_a_benchmark([price], benchmark)[0] for price in prices]
    assert within(scores)
    assert falls(prices, scores)


@given(PRICES, BENCHMARKS, st.integers(1, 1000))
def test_no_matter_in_what_money(prices: list[int], benchmark: Fraction, factor: int) -> None:
    assert to_a_benchmark([factor * price for price in prices], factor * benchmark) == to_a_benchmark(prices, benchmark)
