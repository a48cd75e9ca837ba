"""How the values of a program are dealt out to its parts, so that shares of them add up."""

import math

import numpy as np
from numpy.typing import NDArray

from selector.fronts.multiobjective import Multiobjective
from selector.fronts.ranges import Range

Ints = NDArray[np.int64]


def limits(program: Multiobjective, span: Range) -> tuple[list[int], list[int]]:
    """Units of each objective at the least and the most, constants aside: what the columns alone come to counts as well."""
    low, high = list(span.low), list(span.high)
    if np.isfinite(program.lower).all() and np.isfinite(program.upper).all():
        ends = [program.objectives * np.rint(end).astype(np.int64) for end in (program.lower, program.upper)]
        low = [max(a, int(b)) for a, b in zip(low, np.minimum(*ends).sum(axis=1), strict=True)]
        high = [min(a, int(b)) for a, b in zip(high, np.maximum(*ends).sum(axis=1), strict=True)]
    return low, high


def constants(total: int, low: list[int], high: list[int]) -> list[int] | None:
    """A constant for each part, together ``total``, with which no part's values are below 0, or none above; None if neither.

    Then whoever misses the parts of a solution by some share of their values misses the whole by no more than that share. A
    part whose values lie far apart has the larger share of the whole.
    """
    if total + sum(low) >= 0:
        ends = low
    elif total + sum(high) <= 0:
        ends = high
    else:
        return None
    rest = total + sum(ends)
    spread = [b - a + 1 for a, b in zip(low, high, strict=True)]
    dealt = [rest * each // sum(spread) for each in spread]
    for at in range(rest - sum(dealt)):
        dealt[at] += 1
    return [part - end for part, end in zip(dealt, ends, strict=True)]


def parted(epsilon: float, rounds: int) -> tuple[float, float]:
    """The share that may be missed of each part's front, and in each of some rounds after: together ``epsilon``.

    Half of it in either, as shares of shares multiply.
    """
    if not epsilon:
        return 0.0, 0.0
    half = math.log1p(epsilon) / 2 * (1 - 1e-9)
    return math.expm1(half), math.expm1(half / max(rounds, 1))
