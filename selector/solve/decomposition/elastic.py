"""A program some of whose rows may give way at a price, to have a solution to begin with."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, hstack

from selector.program import Program
from selector.solve.highs import FEASIBILITY

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def elastic(program: Program, goal: Floats, price: float) -> tuple[Program, Floats]:
    """The program and goal with a slack, at a price a unit, in each row that is more than logic.

    Rows that say 0 or 1 of columns (who covers, who provides) stay hard: what they say is what the columns mean.
    """
    rows = give_way(program)
    under, over = rows[np.isfinite(program.row_lower[rows])], rows[np.isfinite(program.row_upper[rows])]
    at = np.concatenate([under, over])
    sign = np.concatenate([np.ones(len(under)), -np.ones(len(over))])
    slack = coo_array((sign, (at, np.arange(len(at)))), shape=(program.matrix.shape[0], len(at)))
    return (
        replace(
            program,
            matrix=csr_array(hstack([program.matrix, slack], format="csr")),
            upper=np.concatenate([program.upper, np.full(len(at), np.inf)]),
            integral=np.concatenate([program.integral, np.zeros(len(at), dtype=np.bool_)]),
            group=np.zeros(0, dtype=np.int64),
        ),
        np.concatenate([goal, np.full(len(at), price)]),
    )


def give_way(program: Program) -> Ints:
    """Rows whose coefficients are not all of one size: amounts of people or money, and not logic."""
    matrix = program.matrix
    filled = np.flatnonzero(np.diff(matrix.indptr))
    size = np.abs(matrix.data)
    highest = np.maximum.reduceat(size, matrix.indptr[filled]) if len(filled) else np.zeros(0)
    lowest = np.minimum.reduceat(size, matrix.indptr[filled]) if len(filled) else np.zeros(0)
    return filled[highest > lowest]


def broken(program: Program, columns: Floats, tolerance: float = 2 * FEASIBILITY) -> Ints:
    """Rows that columns break, by more than a solver may."""
    return program.broken(columns, tolerance)
