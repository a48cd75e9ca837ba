"""How sure a share is that was counted in a sample."""

import math
from decimal import ROUND_HALF_UP, Decimal

_Z = 1.959963984540054
"""Of the normal distribution, for 95 %."""
_STEP = Decimal("0.000001")


def interval(count: int, of: int) -> tuple[Decimal, Decimal, Decimal]:
    """The share, and the ends of its 95 % interval (Wilson 1927), to six decimals; 0 to 1 where nothing was counted."""
    if not of:
        return Decimal(0), Decimal(0), Decimal(1)
    share, z = count / of, _Z * _Z / of
    centre = (share + z / 2) / (1 + z)
    half = _Z * math.sqrt(share * (1 - share) / of + z / (4 * of)) / (1 + z)
    low = 0.0 if count == 0 else max(centre - half, 0.0)
    high = 1.0 if count == of else min(centre + half, 1.0)
    return _told(share), _told(low), _told(high)


def _told(value: float) -> Decimal:
    return Decimal(repr(value)).quantize(_STEP, ROUND_HALF_UP) + 0
