"""Price scores by the distance from the mean price."""

from collections.abc import Sequence
from fractions import Fraction


def to_the_mean(prices: Sequence[int]) -> list[Fraction]:
    """Points of each price, out of 100: 50 + 50 x (mean - price) / mean, at least 0; 50 where the mean is 0.

    No price is below 0, so none scores above 100.
    """
    total, many = sum(prices), len(prices)
    if not total:
        return [Fraction(50)] * many
    return [Fraction(max(50 * (2 * total - many * price), 0), total) for price in prices]
