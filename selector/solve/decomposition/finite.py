"""Upper limits for columns that have none, of which some best solution needs no more."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from selector.program import Program

Floats = NDArray[np.float64]


def finite(program: Program, goal: Floats) -> Program:
    """The program with a limit for each column without one, where it costs something or nothing, as slacks do.

    As much of it as its rows can ask for at the most, whatever the other columns are: what is beyond could be left out of
    any solution, and this would be no dearer. Columns that earn something keep no limit.
    """
    endless = np.flatnonzero(np.isinf(program.upper) & (goal >= 0))
    if not len(endless):
        return program
    matrix = program.matrix
    known = np.where(np.isinf(program.upper), 0.0, program.upper)
    most = _positive(matrix) @ known
    least = -(_positive(csr_array(-matrix)) @ known)
    upper = program.upper.copy()
    columns = matrix[:, endless].tocsc()
    for place, column in enumerate(endless.tolist()):
        entries = slice(columns.indptr[place], columns.indptr[place + 1])
        rows, values = columns.indices[entries], columns.data[entries]
        # Down from above an upper limit, or up from below a lower one.
        wanted = np.where(values < 0, (most[rows] - program.row_upper[rows]), (program.row_lower[rows] - least[rows]))
        upper[column] = max(float((wanted / np.abs(values)).max(initial=0.0)), 0.0)
    return replace(program, upper=upper)


def _positive(matrix: csr_array) -> csr_array:
    return csr_array((np.maximum(matrix.data, 0.0), matrix.indices, matrix.indptr), shape=matrix.shape)
