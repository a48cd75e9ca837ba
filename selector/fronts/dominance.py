"""Which of some points no other is better than."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def nondominated_rows(points: Ints) -> Ints:
    """Positions of the points that no other one dominates, in the order of their values; of equal ones the first.

    ``points`` is n x p, each objective to be minimised. In lexicographic order only an earlier point dominates a later.
    """
    if not len(points):
        return np.zeros(0, dtype=np.int64)
    values, first = np.unique(points, axis=0, return_index=True)
    if values.shape[1] == 2:
        before = np.minimum.accumulate(values[:, 1])
        kept = np.ones(len(values), dtype=np.bool_)
        kept[1:] = values[1:, 1] < before[:-1]
        return np.asarray(first[kept], dtype=np.int64)
    standing = np.zeros_like(values)
    found: list[int] = []
    for at, value in enumerate(values):
        if not (standing[: len(found)] <= value).all(axis=1).any():
            standing[len(found)] = value
            found.append(at)
    return np.asarray(first[found], dtype=np.int64)
