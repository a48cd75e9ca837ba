"""Scores by the price of a point of quality.

The price per quality point of the Cabinet Office's "Bid evaluation guidance note" (May 2021), section 7.3 and appendix
II, as points; turned over it is the quality-price ratio of Kiiver and Kodym, "The practice of public procurement"
(Intersentia, 2014), chapter 8. The order of two bids does not depend on others; their distance does.
"""

from collections.abc import Sequence
from fractions import Fraction


def price_per_quality_point(prices: Sequence[int], qualities: Sequence[int]) -> list[Fraction]:
    """Points of each bid, out of 100: 100 x least price of a point / its price of a point.

    A bid without quality scores 0 and has no part in the least; one with quality and a price of 0 scores 100.
    """
    offered = [(price, quality) for price, quality in zip(prices, qualities, strict=True) if quality]
    if not offered:
        return [Fraction(0)] * len(prices)
    least_price, least_quality = min(offered, key=lambda each: Fraction(*each))
    return [
        Fraction(0)
        if not quality
        else Fraction(100 * least_price * quality, least_quality * price)
        if price
        else Fraction(100)
        for price, quality in zip(prices, qualities, strict=True)
    ]
