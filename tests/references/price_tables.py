"""Tables of prices and scores: money as pence, and scores to a decimal place."""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

PRICES = st.lists(st.integers(0, 10**9), min_size=1, max_size=8)
"""Prices of the bids for a lot, in pence."""


def pence(*pounds: int) -> list[int]:
    """Whole pounds as pence."""
    return [100 * each for each in pounds]


def to(places: int, scores: Sequence[Fraction]) -> list[float]:
    """Scores as a table prints them."""
    return [float(round(score, places)) for score in scores]


def falls(prices: Sequence[int], scores: Sequence[Fraction]) -> bool:
    """Whether equal prices have one score, and no price scores more than a lower one."""
    of_price = dict(zip(prices, scores, strict=True))
    ordered = [of_price[price] for price in sorted(of_price)]
    return [of_price[price] for price in prices] == list(scores) and ordered == sorted(ordered, reverse=True)


def within(scores: Sequence[Fraction]) -> bool:
    """Whether all lie between 0 and 100."""
    return all(0 <= score <= 100 for score in scores)
