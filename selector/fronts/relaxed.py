"""The linear relaxation of a program with several objectives, kept in HiGHS, and what it proves of a corner.

How far every objective has to stay behind a corner, in proportion, for a solution to be there (Pascoletti, Serafini 1984):
the prices of the objectives' rows are weights, and what these weights come to at the least bounds every solution.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from models import SolverFailed
from selector.fronts.multiobjective import Multiobjective
from selector.fronts.ranges import hand_over, proven
from selector.solve.highs import FEASIBILITY, Row, accepted, fresh, insert

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_Status = highspy.HighsModelStatus
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Bound:
    """The values of solutions, weighed, come to at least ``least``."""

    weights: tuple[float, ...]
    least: float
    below: tuple[float, ...] | None = None
    """Of those alone that have no more of any objective; of all if left out."""


def bound_told(program: Multiobjective, weights: Floats, least: float, size: float) -> Bound:
    """The bound of what is told, from that of weighed units over steps, constants aside, and what else sums had in them."""
    constant = float(weights @ (np.array(program.constant, dtype=np.float64) / np.array(program.step)))
    # What sums of floats may differ by: a solution that lies on the bound is not to be lost.
    allowance = _ROUNDING * (abs(least) + abs(constant) + size)
    whole = set(program.step) == {1} and program.extra is None
    to_the_nearest = 0.0 if whole else float(weights.sum()) / 2
    return Bound(tuple(weights.tolist()), least + constant - allowance - to_the_nearest)


@dataclass(frozen=True)
class Near:
    """The relaxation's solution nearest to a corner, and the bound that its prices prove."""

    bound: Bound
    columns: Floats
    reduced: Floats


class Relaxed:
    """A relaxation in HiGHS. Not safe for several threads."""

    def __init__(self, program: Multiobjective) -> None:
        self._program = program
        self._highs = fresh(primal_feasibility_tolerance=FEASIBILITY)
        self._rows, self._columns = program.matrix.shape
        self._figures: Floats = program.figures / np.array(program.step, dtype=np.float64)[:, None]
        self._constant: Floats = np.array(program.constant, dtype=np.float64) / np.array(program.step)
        hand_over(self._highs, program)
        behind = self._columns
        accepted(self._highs.addCol(1.0, -highspy.kHighsInf, highspy.kHighsInf, 0, [], []), "a column")
        every = np.arange(self._columns, dtype=np.int64)
        insert(
            self._highs,
            [
                Row(np.append(every[row != 0], behind), np.append(row[row != 0], -1.0), highspy.kHighsInf)
                for row in self._figures
            ],
        )

    def near(self, corner: Ints, unit: Floats, seconds: float | None, stop: Callable[[], bool]) -> Near | None:
        """What is proven around a corner, each objective in proportion to its ``unit``; None where nothing is, or a limit came."""
        highs = self._highs
        for at, (value, each) in enumerate(zip(corner.tolist(), unit.tolist(), strict=True)):
            row = self._rows + at
            accepted(highs.changeCoeff(row, self._columns, -each), "a unit")
            accepted(highs.changeRowBounds(row, -highspy.kHighsInf, value - self._constant[at]), "a corner")
        limit = math.inf if seconds is None else highs.getRunTime() + max(seconds, 0.0)
        accepted(highs.setOptionValue("time_limit", limit), "a time limit")
        highs.run()
        status = highs.getModelStatus()
        if status == _Status.kInfeasible:
            return None  # only by rounding: each objective's range was found in these rows
        if status == _Status.kTimeLimit or stop():
            return None
        if status != _Status.kOptimal:
            raise SolverFailed(f"HiGHS ended with {highs.modelStatusToString(status)}")
        solution = highs.getSolution()
        prices = np.asarray(solution.row_dual)
        weights = np.maximum(-prices[self._rows :], 0.0)
        columns = np.asarray(solution.col_value)[: self._columns]
        reduced = weights @ self._figures - self._program.matrix.T @ prices[: self._rows]
        least = proven(self._program, weights @ self._figures, prices[: self._rows], -math.inf)
        bound = bound_told(self._program, weights, least, float(weights @ np.abs(corner)))
        return Near(bound, columns, reduced) if math.isfinite(least) else None
