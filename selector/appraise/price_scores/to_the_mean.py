"""Price scores by the distance from the mean price.

As printed for British buyers (Procurement Templates, "Mean calculation"): the mean has 50 points, and each per cent below
or above it adds or takes one, until there are none left to give or to take. Relative: another bid can reverse the order of two.
"""

from collections.abc import Sequence
from fractions import Fraction


def to_the_mean(prices: Sequence[int]) -> list[Fraction]:
    """Points of each price: 50 + 100 x (mean - price) / mean, at least 0 and at most 100; 50 where the mean is 0."""
    total, many = sum(prices), len(prices)
    if not total:
        return [Fraction(50)] * many
    return [min(max(Fraction(150 * total - 100 * many * price, total), Fraction(0)), Fraction(100)) for price in prices]
