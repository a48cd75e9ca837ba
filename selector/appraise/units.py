"""Whole units as arrays, within what floats can tell apart."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

MILLIONTHS = 10**6
"""In which staff who are displaced and move are counted, of a WTE."""

MOST_UNITS = 2**53
"""Beyond this many units a float cannot tell two whole numbers apart."""


def ints(values: Iterable[int]) -> NDArray[np.int64]:
    """Whole numbers as an array, small enough all together that neither sums nor floats lose a unit.

    Raises
    ------
    OverflowError
        if they are not.
    """
    exact = list(values)
    if sum(map(abs, exact)) > MOST_UNITS:
        raise OverflowError
    return np.array(exact, dtype=np.int64)
