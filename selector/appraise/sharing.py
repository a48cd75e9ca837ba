"""A whole number of pence shared out, to the penny."""

from collections.abc import Sequence
from fractions import Fraction


def shared(pence: int, weights: Sequence[int] | Sequence[Fraction]) -> list[int]:
    """``pence`` in proportion to ``weights``, none negative: each share rounded down, then the rest one by one.

    What is left over goes to the largest remainders, of equal ones to the first (Hamilton's method of apportionment).
    Where all weights are 0 there is nothing to share.
    """
    if len(weights) == 1:
        return [pence]
    total = sum(weights)
    if not total:
        return [0] * len(weights)
    exact = [divmod(pence * weight, total) for weight in weights]
    shares = [int(whole) for whole, _ in exact]
    by_remainder = sorted(range(len(weights)), key=lambda position: -exact[position][1])
    for position in by_remainder[: pence - sum(shares)]:
        shares[position] += 1
    return shares
