"""Scores of quality, less what is paid above the lowest price, in points that money is worth.

The quality-to-price scoring that Bergman and Lundberg prefer: "Tender evaluation and supplier selection methods in public
procurement", Journal of Purchasing and Supply Management 19(2), 2013, 73-83. They take the value of the quality off the
price, and the least wins; this is the same order in points. The distance of two bids does not depend on others.
"""

from collections.abc import Sequence
from fractions import Fraction


def money_valued_quality(prices: Sequence[int], qualities: Sequence[int], value: Fraction) -> list[Fraction]:
    """Points of each bid: its quality less (price - least) / ``value``; may be below 0.

    Qualities are in thousandths of a point; ``value``, above 0, is what a point is worth in the unit of the prices.
    """
    least = min(prices)
    return [Fraction(quality, 1000) - (price - least) / value for price, quality in zip(prices, qualities, strict=True)]
