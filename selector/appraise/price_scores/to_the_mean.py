"""Price scores by the distance from the mean price.

As printed for British buyers (Procurement Templates, "Mean calculation") the mean has 50 points, and each per cent below
or above it adds or takes one. Here it is half a point, so that prices from nothing to twice the mean stay apart.
Relative: another bid can reverse the order of two.
"""

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
