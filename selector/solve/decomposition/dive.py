"""Who provides, decided column by column from the linear relaxation (a dive: Berthold 2006).

One relaxation is kept in the solver, over few bids for each lot, in which limits may give way at a price. Of the
columns that it splits those nearest to whole are rounded, and it is solved again from where it stood, which takes a
moment. Where rounding costs much, fewer are rounded at once; a single one then goes the way that costs less.
"""

import math
from dataclasses import dataclass, replace

import highspy
import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.decomposition.branch_and_cut import Limits
from selector.solve.decomposition.elastic import elastic
from selector.solve.decomposition.few import few
from selector.solve.decomposition.relaxation import Relaxation
from selector.solve.decomposition.remainder import Remainder, remainder
from selector.solve.highs import accepted, fresh, hand_over

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_SPLIT = 1e-6
_BIDS_A_LOT = 3
# Columns so near to whole are rounded at once, and a part of the others.
_NEAR, _PART = 0.1, 4
# What rounding so many columns may cost, as a share of the bound, before fewer are tried.
_DEAR, _TOGETHER = 2e-5, 8

_Basis = highspy.HighsBasisStatus


@dataclass(frozen=True)
class _Point:
    """A solved relaxation: its value, its columns, and where the solver ended."""

    value: float
    columns: Floats
    basis: highspy.HighsBasis


def dive(
    program: Program, over: Floats, price: float, deciding: Bools, relaxed: Relaxation, limits: Limits
) -> Relaxation | None:
    """A relaxation in which the ``deciding`` columns are whole, with limits giving way at a ``price`` a unit.

    What it says of bids that were not looked at are their reduced costs at its prices. None where a column could be
    whole neither way, or a limit came first.

    Parameters
    ----------
    over
        What is minimised: the goal beyond what every award pays.
    """
    kept = few(program, relaxed, _BIDS_A_LOT)
    left = remainder(program, kept, np.zeros(len(over)))
    if 0 in left.program.matrix.shape:
        return None
    found = _Dive(left, over, price, relaxed, limits)
    columns = found.run(deciding[left.columns])
    if columns is None:
        return None
    prices = np.zeros(program.matrix.shape[0])
    prices[left.rows[found.rows]] = found.prices()
    whole = left.whole(columns)
    return Relaxation(relaxed.bound, whole, over - program.matrix.T @ prices, prices)


class _Dive:
    """The relaxation kept in the solver, and the columns that were rounded so far."""

    def __init__(self, left: Remainder, over: Floats, price: float, relaxed: Relaxation, limits: Limits) -> None:
        self._limits = limits
        program = left.program
        # Read once: each reading copies all of it.
        of_columns, of_rows = (
            ([], []) if relaxed.basis is None else (relaxed.basis.col_status, relaxed.basis.row_status)
        )
        basic = np.array([of_rows[row] == _Basis.kBasic for row in left.rows] if of_rows else True, dtype=np.bool_)
        self.rows = np.flatnonzero(~(_never_broken(program) & basic))
        """Those of the remainder that can be broken at all."""
        self._columns = program.matrix.shape[1]
        program = replace(
            program,
            matrix=program.matrix[self.rows],
            row_lower=program.row_lower[self.rows],
            row_upper=program.row_upper[self.rows],
        )
        giving, cost = elastic(program, over[left.columns], price)
        self._highs = fresh(presolve="off")
        hand_over(giving, self._highs, cost, relaxed=True)
        if of_rows:
            start = highspy.HighsBasis()
            slacks = [_Basis.kLower] * (len(cost) - self._columns)
            start.col_status = [of_columns[column] for column in left.columns] + slacks
            start.row_status = [of_rows[row] for row in left.rows[self.rows]]
            start.valid = True
            accepted(self._highs.setBasis(start), "a basis")
        self._dear = _DEAR * max(abs(relaxed.bound), 1.0)
        self._upper = np.minimum(program.upper, highspy.kHighsInf)

    def prices(self) -> Floats:
        """Of its rows, in the last relaxation."""
        return np.asarray(self._highs.getSolution().row_dual)

    def run(self, deciding: Bools) -> Floats | None:
        """Round until all deciding columns are whole; their values and those of the others."""
        now = self._solved()
        while now is not None:
            split = np.flatnonzero(deciding & (np.abs(now.columns - np.rint(now.columns)) > _SPLIT))
            if not len(split):
                return now.columns
            away = np.abs(now.columns[split] - np.rint(now.columns[split]))
            count = max(int(np.count_nonzero(away < _NEAR)), -(-len(split) // _PART))
            now = self._rounded(now, split[np.argsort(away, kind="stable")[:count]])
        return None

    def _rounded(self, now: _Point, some: Ints) -> _Point | None:
        """Round some columns, or as many of the first of them as go together."""
        while True:
            values = np.rint(now.columns[some])
            self._hold(some, values)
            there = self._solved()
            if there is not None and there.value - now.value <= self._dear * max(1.0, len(some) / _TOGETHER):
                return there
            if self._limits.ending is not None:
                return None
            if len(some) == 1:
                break
            self._release(some, now)
            some = some[: len(some) // 2]
        self._release(some, now)
        self._hold(some, 1.0 - values)
        other = self._solved()
        if there is None or (other is not None and other.value < there.value):
            return other
        self._release(some, now)
        self._hold(some, values)
        return self._solved()

    def _hold(self, some: Ints, values: Floats) -> None:
        self._bound(some, values, values)

    def _release(self, some: Ints, back: _Point) -> None:
        self._bound(some, np.zeros(len(some)), self._upper[some])
        accepted(self._highs.setBasis(back.basis), "a basis")

    def _bound(self, some: Ints, lower: Floats, upper: Floats) -> None:
        accepted(self._highs.changeColsBounds(len(some), some.astype(np.int32), lower, upper), "limits of columns")

    def _solved(self) -> _Point | None:
        seconds = self._limits.seconds()
        if self._limits.ending is not None:
            return None
        limit = math.inf if seconds is None else self._highs.getRunTime() + seconds
        accepted(self._highs.setOptionValue("time_limit", limit), "option time_limit")
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        columns = np.asarray(self._highs.getSolution().col_value)[: self._columns]
        return _Point(self._highs.getInfo().objective_function_value, columns, self._highs.getBasis())


def _never_broken(program: Program) -> Bools:
    """Rows that no values of the columns break."""
    matrix = program.matrix
    up, down = matrix.copy(), matrix.copy()
    up.data, down.data = np.maximum(matrix.data, 0.0), np.minimum(matrix.data, 0.0)
    upper = np.where(np.isinf(program.upper), highspy.kHighsInf, program.upper)
    with np.errstate(invalid="ignore"):
        never: Bools = (up @ upper <= program.row_upper) & (down @ upper >= program.row_lower)
    return never
