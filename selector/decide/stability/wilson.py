"""How sure a share is that was counted in a sample."""

import math
from decimal import Decimal

from selector.decide.stability.rounded import millionths

_Z = 1.959963984540054
"""Of the normal distribution, for 95 %."""


def interval(count: int, of: int) -> tuple[Decimal, Decimal, Decimal]:
    """The share, and the ends of its 95 % interval (Wilson 1927), to six decimals; 0 to 1 where nothing was counted."""
    if not of:
        return Decimal(0), Decimal(0), Decimal(1)
    share, z = count / of, _Z * _Z / of
    centre = (share + z / 2) / (1 + z)
    half = _Z * math.sqrt(share * (1 - share) / of + z / (4 * of)) / (1 + z)
    low = 0.0 if count == 0 else max(centre - half, 0.0)
    high = 1.0 if count == of else min(centre + half, 1.0)
    return millionths(share), millionths(low), millionths(high)
