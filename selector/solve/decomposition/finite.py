"""Upper limits for columns that have none, of which some best solution needs no more."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from selector.program import Program

Floats = NDArray[np.float64]


def finite(program: Program, goal: Floats) -> Program:
    """The program with a limit for each slack of one row that has none, and costs something or nothing.

    As much of it as its row can ask for at the most, whatever the other columns are: what is beyond could be left out of
    any solution, and this would be no dearer. Columns that earn something, or that hold others up in further rows, keep no
    limit.
    """
    matrix = program.matrix
    endless = np.flatnonzero(np.isinf(program.upper))
    if not len(endless):
        return program
    columns = matrix[:, endless].tocsc()
    rows_of = np.diff(columns.indptr)
    shared = np.zeros(matrix.shape[0], dtype=np.bool_)
    for place in np.flatnonzero((rows_of > 1) | (goal[endless] < 0)).tolist():
        shared[columns.indices[columns.indptr[place] : columns.indptr[place + 1]]] = True
    known = np.where(np.isinf(program.upper), 0.0, program.upper)
    most = _positive(matrix) @ known
    least = -(_positive(csr_array(-matrix)) @ known)
    upper = program.upper.copy()
    for place in np.flatnonzero((rows_of == 1) & (goal[endless] >= 0)).tolist():
        row, value = int(columns.indices[columns.indptr[place]]), float(columns.data[columns.indptr[place]])
        if not shared[row]:
            # Down from above an upper limit, or up from below a lower one.
            wanted = most[row] - program.row_upper[row] if value < 0 else program.row_lower[row] - least[row]
            upper[endless[place]] = max(float(wanted) / abs(value), 0.0)
    return replace(program, upper=upper)


def _positive(matrix: csr_array) -> csr_array:
    return csr_array((np.maximum(matrix.data, 0.0), matrix.indices, matrix.indptr), shape=matrix.shape)
