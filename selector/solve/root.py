"""The linear relaxation of a program, strengthened by rank rows until these are worth no more; and a bound that holds.

The bound is worked out anew from the rows' prices (Neumaier and Shcherbina 2004, "Safe bounds in linear and
mixed-integer linear programming"): whatever the solver's tolerance, prices of the right sign bound every award.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from selector.program import Program
from selector.solve.highs import Row, fresh, hand_over, insert
from selector.solve.rank_rows import Room

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# Rounds of rows, and by which share of it a round must raise the bound for another to follow.
_MOST_ROUNDS, _WORTH = 20, 1e-5


@dataclass(frozen=True)
class Root:
    """A relaxation, in the units of its costs."""

    rows: list[Row]
    """The rank rows found."""
    values: Floats
    reduced: Floats
    """By how much each column, moved by 1 from the limit that its sign says, takes an award above the bound at least."""
    bound: float
    """No award costs less; -inf where the prices prove nothing."""
    fixable: Bools
    """Columns that are 0 or 1."""

    def hopeless(self, most: float) -> tuple[Bools, Bools]:
        """Columns that no award of at most ``most`` takes, and those that each such award does."""
        reach = most - self.bound
        return self.fixable & (self.reduced > reach), self.fixable & (-self.reduced > reach)


def root(
    program: Program,
    cost: Floats,
    more: Sequence[Row],
    rooms: Sequence[Room],
    seconds: float | None,
    stop: Callable[[], bool],
) -> Root | None:
    """The relaxation of a program with ``more`` rows; None where it has none, or a limit came first."""
    highs = fresh(time_limit=math.inf if seconds is None else seconds)
    hand_over(program, highs, cost, relaxed=True)
    insert(highs, more)
    rows: list[Row] = []
    bound = -math.inf
    for left in reversed(range(_MOST_ROUNDS)):
        highs.run()
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal or stop():
            return None
        before, bound = bound, highs.getInfo().objective_function_value
        if left == 0 or bound - before < _WORTH * abs(bound):
            break
        values = np.asarray(highs.getSolution().col_value)
        new = [row for room in rooms for row in room.broken(values)]
        if not new:
            break
        insert(highs, new)
        rows += new
    solution = highs.getSolution()
    reduced, safe = _priced(program, cost, [*more, *rows], np.asarray(solution.row_dual))
    return Root(rows, np.asarray(solution.col_value), reduced, safe, program.integral & (program.upper == 1))


def _priced(program: Program, cost: Floats, more: Sequence[Row], prices: Floats) -> tuple[Floats, float]:
    """What prices of the rows leave of each cost, and the bound that they prove."""
    matrix = csr_array(vstack([program.matrix, _matrix(more, len(cost))])) if more else program.matrix
    lower = np.append(program.row_lower, np.full(len(more), -np.inf))
    upper = np.append(program.row_upper, [row.upper for row in more])
    prices = np.where((prices > 0) & np.isfinite(lower) | (prices < 0) & np.isfinite(upper), prices, 0.0)
    reduced = cost - matrix.T @ prices
    limit = np.where(prices > 0, lower, np.where(prices < 0, upper, 0.0))
    below = reduced < 0
    return reduced, float(prices @ limit + reduced[below] @ program.upper[below])


def _matrix(rows: Sequence[Row], columns: int) -> csr_array:
    starts = np.cumsum([0, *(len(row.columns) for row in rows)])
    return csr_array(
        (np.concatenate([row.values for row in rows]), np.concatenate([row.columns for row in rows]), starts),
        shape=(len(rows), columns),
    )
