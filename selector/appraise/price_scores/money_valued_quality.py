"""Scores of quality, less what is paid above the lowest price, in points that money is worth."""

from collections.abc import Sequence
from fractions import Fraction


def money_valued_quality(prices: Sequence[int], qualities: Sequence[int], value: Fraction) -> list[Fraction]:
    """Points of each bid: its quality less (price - least) / ``value``; may be below 0.

    Qualities are in thousandths of a point; ``value``, above 0, is what a point is worth in the unit of the prices.
    """
    least = min(prices)
    return [Fraction(quality, 1000) - (price - least) / value for price, quality in zip(prices, qualities, strict=True)]
