"""Price scores along the line from the lowest price to the highest.

"Highest bid - lowest bid scoring" in Stilger, "Formulas for choosing the most economically advantageous tender - a
comparative study" (2011). Relative: another bid can reverse the order of two.
"""

from collections.abc import Sequence
from fractions import Fraction


def lowest_to_highest(prices: Sequence[int]) -> list[Fraction]:
    """Points of each price, out of 100: 100 x (most - price) / (most - least); 100 where all are equal."""
    least, most = min(prices), max(prices)
    if least == most:
        return [Fraction(100)] * len(prices)
    return [Fraction(100 * (most - price), most - least) for price in prices]
