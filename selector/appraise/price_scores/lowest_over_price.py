"""Price scores in proportion to the lowest price.

"Lowest bid scoring" in Stilger, "Formulas for choosing the most economically advantageous tender - a comparative study"
(2011). The Crown Commercial Service's guidance on digital outcomes and specialists (2016) told British buyers to divide
the cheapest quote by each. Relative: another bid can reverse the order of two.
"""

from collections.abc import Sequence
from fractions import Fraction


def lowest_over_price(prices: Sequence[int]) -> list[Fraction]:
    """Points of each price, out of 100: 100 x least / price; 100 where the price is 0."""
    least = min(prices)
    return [Fraction(100 * least, price) if price else Fraction(100) for price in prices]
