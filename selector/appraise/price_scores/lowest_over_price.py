"""Price scores in proportion to the lowest price."""

from collections.abc import Sequence
from fractions import Fraction


def lowest_over_price(prices: Sequence[int]) -> list[Fraction]:
    """Points of each price, out of 100: 100 x least / price; 100 where the price is 0."""
    least = min(prices)
    return [Fraction(100 * least, price) if price else Fraction(100) for price in prices]
