"""Infeasibility that the linear relaxation already shows, and the rows that show it."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array, hstack

from selector.program import Program

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
# Less than this in all, of rows scaled to about 1, is no violation; a smaller dual is rounding.
_VIOLATION = 1e-7
_DUAL = 1e-9
_MANY_ROWS = 2000


def violated_support(program: Program, elastic: Bools, seconds: float) -> Bools | Literal["feasible", "unknown"]:
    """The rows of ``elastic`` that, with all others of the program, have no solution in fractions.

    Solves the elastic program, in which each row of ``elastic`` may be violated and the sum of violations is least
    (Chinneck and Dravnieks 1991). Where the sum is positive, its duals are a proof of infeasibility that rests on the
    rows whose dual is not 0.
    """
    lower, upper = program.row_lower, program.row_upper
    # A row that may be violated may be so on either side.
    equal = (lower == upper) & ~elastic
    fixed = np.flatnonzero(equal)
    above = np.flatnonzero(np.isfinite(upper) & ~equal)
    below = np.flatnonzero(np.isfinite(lower) & ~equal)
    row = np.concatenate([above, below])
    sign = np.concatenate([np.ones(len(above)), -np.ones(len(below))])
    most = np.concatenate([upper[above], -lower[below]])
    slack = np.flatnonzero(elastic[row])
    count = program.matrix.shape[1]
    violation = coo_array((-np.ones(len(slack)), (slack, np.arange(len(slack)))), shape=(len(row), len(slack)))
    matrix = hstack([csr_array(program.matrix[row] * sign[:, np.newaxis]), violation], format="csr")
    exact = hstack([program.matrix[fixed], csr_array((len(fixed), len(slack)))], format="csr")
    top = np.concatenate([program.upper, np.full(len(slack), np.inf)])
    solution = linprog(  # type: ignore[call-overload]  # the stubs know no sparse matrix
        np.concatenate([np.zeros(count), np.ones(len(slack))]),
        A_ub=matrix,
        b_ub=most,
        A_eq=exact if len(fixed) else None,
        b_eq=upper[fixed] if len(fixed) else None,
        bounds=np.column_stack([np.zeros(len(top)), top]),
        # Interior points where simplex would take many times as long: rows that go round in circles, flows, rings.
        method="highs-ipm" if matrix.shape[0] > _MANY_ROWS else "highs",
        options={"time_limit": max(seconds, 0.01)},
    )
    if solution.status != 0:
        return "unknown"
    if solution.fun <= _VIOLATION:
        return "feasible"
    support = np.zeros(len(lower), dtype=np.bool_)
    support[row[np.abs(solution.ineqlin.marginals) > _DUAL]] = True
    return support & elastic
