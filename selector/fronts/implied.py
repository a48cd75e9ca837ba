"""Upper limits of columns that have none, where the rows and the limits of other columns imply one."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Floats = NDArray[np.float64]
_SLACK = 1e-6
_PASSES = 3


def implied(matrix: csr_array, row_lower: Floats, row_upper: Floats, upper: Floats) -> Floats:
    """The limits of columns from 0 on, with those that rows imply; infinite where none do.

    What the others come to at the least in a row leaves a column so much; in some passes, as one limit implies others.
    """
    found = upper.copy()
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    for _ in range(_PASSES):
        if np.isfinite(found).all():
            break
        for sign, most in ((1.0, row_upper), (-1.0, -row_lower)):
            _tighten(found, row, matrix.indices, sign * matrix.data, most)
    return found


def _tighten(upper: Floats, row: NDArray[np.int64], column: NDArray[np.int32], data: Floats, most: Floats) -> None:
    """By rows ``data @ x <= most``."""
    with np.errstate(invalid="ignore"):
        lowest = np.where(data < 0, data * upper[column], 0.0)
    least = np.zeros(len(most))
    np.add.at(least, row, lowest)  # -inf where a column without a limit may bring it down
    entries = np.flatnonzero((data > 0) & np.isinf(upper[column]) & np.isfinite(most[row]) & np.isfinite(least[row]))
    limit = (most[row[entries]] - least[row[entries]]) / data[entries]
    np.minimum.at(upper, column[entries], np.maximum(limit, 0.0) * (1 + _SLACK) + _SLACK)
