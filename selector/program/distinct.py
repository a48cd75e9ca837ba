"""What of many integers is distinct, in ascending order: ``np.unique`` for keys whose range is known, and pairs of them."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# A table of all keys that there might be is quicker than sorting those there are, unless it is so many times longer.
_OF_ALL = 4


def distinct(keys: Ints, count: int) -> tuple[Ints, Ints]:
    """The distinct keys in ascending order, and the position of each key among them; keys are from 0 to below ``count``."""
    if len(keys) < 2 or bool((keys[1:] > keys[:-1]).all()):
        return keys, np.arange(len(keys))
    if count > _OF_ALL * len(keys):
        found, place = np.unique(keys, return_inverse=True)
        return found, place.astype(np.int64, copy=False)
    there = np.zeros(count, dtype=np.bool_)
    there[keys] = True
    return np.flatnonzero(there), (np.cumsum(there) - 1)[keys]


def distinct_pairs(first: Ints, second: Ints) -> tuple[Ints, Ints, Ints]:
    """The distinct pairs, by their first and then their second, and the position of each pair among them; none negative."""
    factor = int(second.max(initial=0)) + 1
    keys, place = distinct(first * factor + second, (int(first.max(initial=-1)) + 1) * factor)
    return keys // factor, keys % factor, place
