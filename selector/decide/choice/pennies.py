"""Exact shares as whole pence."""

import math
from collections.abc import Mapping
from fractions import Fraction


def to_the_penny(shares: Mapping[str, Fraction]) -> Mapping[str, int]:
    """Shares rounded down, then a penny more to the largest remainders, of equal ones to the first, until they add up."""
    whole = {name: math.floor(share) for name, share in shares.items()}
    missing = int(sum(shares.values(), Fraction(0))) - sum(whole.values())
    for name in sorted(shares, key=lambda name: whole[name] - shares[name])[:missing]:
        whole[name] += 1
    return whole
