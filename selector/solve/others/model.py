"""A mixed-integer program row by row, as file formats and PuLP have it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array


@dataclass(frozen=True)
class Row:
    """``coefficients @ x[index]`` on the left of a sense, ``right`` on its right."""

    index: list[int]
    coefficients: list[float]
    sense: int
    """Position in ``<=``, ``>=``, ``=``."""
    right: float


@dataclass(frozen=True)
class Model:
    """A mixed-integer program to be minimised, in the words that PuLP has for it."""

    goal: NDArray[np.float64]
    upper: NDArray[np.float64]
    integral: NDArray[np.bool_]
    rows: tuple[Row, ...]


def rows_of(matrix: csr_array, lower: NDArray[np.float64], upper: NDArray[np.float64]) -> Iterator[Row]:
    """The rows that keep ``lower <= matrix @ x <= upper``; a row with two sides that differ is two."""
    for k in range(matrix.shape[0]):
        part = slice(matrix.indptr[k], matrix.indptr[k + 1])
        index, values = matrix.indices[part].tolist(), matrix.data[part].tolist()
        low, high = float(lower[k]), float(upper[k])
        if low == high:
            yield Row(index, values, 2, low)
            continue
        if np.isfinite(high):
            yield Row(index, values, 0, high)
        if np.isfinite(low):
            yield Row(index, values, 1, low)
