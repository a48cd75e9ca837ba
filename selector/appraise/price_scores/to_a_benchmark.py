"""Price scores by the distance from a price that was set beforehand.

The "weighted factor method" (Negometrix, "De gewogen factor methode") with a lower price of 0: points fall along a line
from all of them at nothing to none at the benchmark. Absolute: no bid has a say in the score of another.
"""

from collections.abc import Sequence
from fractions import Fraction


def to_a_benchmark(prices: Sequence[int], benchmark: Fraction) -> list[Fraction]:
    """Points of each price, out of 100: 100 x (benchmark - price) / benchmark, at least 0.

    ``benchmark`` is in the unit of the prices, and above 0.
    """
    return [max(100 * (1 - price / benchmark), Fraction(0)) for price in prices]
