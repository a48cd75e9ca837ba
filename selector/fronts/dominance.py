"""Which of some points no other is better than."""

from bisect import bisect_left, bisect_right

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
_PIVOTS = 64
"""Of many points most are dominated by one of so few that are small in all objectives together."""


def nondominated_rows(points: Ints) -> Ints:
    """Positions of the points that no other one dominates, in the order of their values; of equal ones the first.

    ``points`` is n x p, each objective to be minimised. In lexicographic order only an earlier point dominates a later.
    """
    if not len(points):
        return np.zeros(0, dtype=np.int64)
    order = np.lexsort(points.T[::-1])
    values = points[order]
    new = np.ones(len(values), dtype=np.bool_)
    new[1:] = (values[1:] != values[:-1]).any(axis=1)
    order, values = order[new], values[new]
    if values.shape[1] > 2 and len(values) > _PIVOTS:
        kept = ~_behind_pivots(values)
        order, values = order[kept], values[kept]
    found = order[_FILTERS.get(values.shape[1], _many)(values)]
    return np.asarray(found, dtype=np.int64)


def _behind_pivots(values: Ints) -> NDArray[np.bool_]:
    low = values.min(axis=0)
    spread = np.maximum(values.max(axis=0) - low, 1).astype(np.float64)
    total = ((values - low) / spread).sum(axis=1)
    behind = np.zeros(len(values), dtype=np.bool_)
    for at in np.argpartition(total, _PIVOTS - 1)[:_PIVOTS]:
        other = (values >= values[at]).all(axis=1)
        other[at] = False
        behind |= other
    return behind


def _two(values: Ints) -> Ints:
    before = np.minimum.accumulate(values[:, 1])
    kept = np.ones(len(values), dtype=np.bool_)
    kept[1:] = values[1:, 1] < before[:-1]
    return np.flatnonzero(kept)


def _three(values: Ints) -> Ints:
    """By a staircase of the second and third objective (Kung, Luccio, Preparata 1975): up in the one, down in the other."""
    found: list[int] = []
    second: list[int] = []
    third: list[int] = []
    for at, (_, one, other) in enumerate(values.tolist()):
        before = bisect_right(second, one)
        if before and third[before - 1] <= other:
            continue
        found.append(at)
        start = stop = bisect_left(second, one)
        while stop < len(third) and third[stop] >= other:
            stop += 1
        second[start:stop], third[start:stop] = [one], [other]
    return np.array(found, dtype=np.int64)


def _many(values: Ints) -> Ints:
    """The first of those that are left is one; what it dominates is left out."""
    left = np.arange(len(values))
    found: list[int] = []
    while len(left):
        found.append(int(left[0]))
        left = left[(values[left] < values[left[0]]).any(axis=1)]
    return np.array(found, dtype=np.int64)


_FILTERS = {2: _two, 3: _three}
