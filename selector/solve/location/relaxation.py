"""The linear relaxation of a location problem, with the rows that it breaks added as they are found."""

import math
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array

from models import SolverFailed
from selector.solve.highs import accepted, fresh
from selector.solve.location.ground import Ground
from selector.solve.location.pool import Pool
from selector.solve.location.separation import Cut, cut_of_room

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_BROKEN = 1e-6
_WHOLE = 1e-6
_LOOSE = 1e-4


@dataclass(frozen=True)
class Relaxed:
    """A solved relaxation: the pairs' and providers' values and reduced costs, and a bound that rounding cannot break."""

    bound: float
    x: Floats
    y: Floats
    x_reduced: Floats
    y_reduced: Floats
    prices: Floats
    """Of the lots."""

    @property
    def fractional(self) -> Ints:
        """Providers neither open nor closed."""
        return np.flatnonzero((self.y > _WHOLE) & (self.y < 1 - _WHOLE))

    @property
    def whole(self) -> bool:
        """Whether nothing is split."""
        return not len(self.fractional) and not ((self.x > _WHOLE) & (self.x < 1 - _WHOLE)).any()


class OutOfTime(Exception):
    """No seconds are left."""


class Relaxation:
    """A relaxation kept in the solver, over some of the pairs."""

    def __init__(self, ground: Ground, pairs: Ints, cuts: Sequence[Cut] = (), linked: Ints | None = None) -> None:
        self.ground = ground
        self.pairs = pairs
        self.provider = ground.provider[pairs]
        self.lot = ground.lot[pairs]
        self.first_y = len(pairs)
        self.columns = len(pairs) + ground.providers
        self.place = np.full((ground.providers, ground.lots), -1)
        self.place[self.provider, self.lot] = np.arange(len(pairs))
        self.linked = np.zeros(len(pairs), dtype=np.bool_)
        self.later = np.zeros(0, dtype=np.int64)
        """What each row added later is: a pair linked, or below 0 a cut, counted from -1."""
        self.pool = Pool(ground.providers)
        self.active = np.zeros(0, dtype=np.bool_)
        self.highs = fresh(presolve="off")
        self.costs = np.concatenate([ground.cost[pairs], ground.fixed])
        accepted(self.highs.passModel(self.model()), "the relaxation")
        if linked is not None:
            self.link(self.place[ground.provider[linked], ground.lot[linked]])
        self.add(cuts)

    def model(self) -> highspy.HighsLp:
        """Lots, rooms, floors, all room and numbers of providers."""
        g, count = self.ground, len(self.pairs)
        lp = highspy.HighsLp()
        every = np.arange(count)
        y = self.first_y + np.arange(g.providers)
        row = [self.lot, g.lots + self.provider, g.lots + np.arange(g.providers)]
        column = [every, every, y]
        value = [np.ones(count), g.volume[self.lot] / g.unit, -g.room / g.unit]
        lower = [np.ones(g.lots), np.full(g.providers, -math.inf)]
        upper = [np.ones(g.lots), np.zeros(g.providers)]
        rows = g.lots + g.providers
        floored = np.flatnonzero(g.floor > 0)
        if len(floored):
            at = np.full(g.providers, -1)
            at[floored] = rows + np.arange(len(floored))
            kept = at[self.provider] >= 0
            row += [at[self.provider[kept]], at[floored]]
            column += [every[kept], y[floored]]
            value += [g.volume[self.lot[kept]] / g.unit, -g.floor[floored] / g.unit]
            lower.append(np.zeros(len(floored)))
            upper.append(np.full(len(floored), math.inf))
            rows += len(floored)
        needed = np.flatnonzero(g.served)
        if len(needed):
            at = np.full(g.providers, -1)
            at[needed] = rows + np.arange(len(needed))
            kept = at[self.provider] >= 0
            row += [at[self.provider[kept]], at[needed]]
            column += [every[kept], y[needed]]
            value += [np.ones(int(kept.sum())), np.full(len(needed), -1.0)]
            lower.append(np.zeros(len(needed)))
            upper.append(np.full(len(needed), math.inf))
            rows += len(needed)
        for weight, least, most in (
            (g.room / g.unit, g.total / g.unit, math.inf),
            (np.ones(g.providers), float(g.least), float(g.most)),
        ):
            row.append(np.full(g.providers, rows))
            column.append(y)
            value.append(weight)
            lower.append(np.array([least]))
            upper.append(np.array([most]))
            rows += 1
        matrix = coo_array(
            (np.concatenate(value), (np.concatenate(row), np.concatenate(column))), shape=(rows, self.columns)
        ).tocsr()
        self.row_lower, self.row_upper = np.concatenate(lower), np.concatenate(upper)
        self.widest = float(abs(matrix).sum(axis=1).max())
        lp.num_col_, lp.num_row_ = self.columns, rows
        lp.col_cost_ = self.costs
        lp.col_lower_, lp.col_upper_ = np.zeros(self.columns), np.ones(self.columns)
        lp.row_lower_, lp.row_upper_ = self.row_lower, self.row_upper
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = self.columns, rows
        lp.a_matrix_.start_ = matrix.indptr.astype(np.int32)
        lp.a_matrix_.index_ = matrix.indices.astype(np.int32)
        lp.a_matrix_.value_ = matrix.data
        return lp

    def link(self, pairs: Ints) -> None:
        """Add ``x <= y`` for pairs, by their position among these."""
        pairs = pairs[pairs >= 0]
        pairs = pairs[~self.linked[pairs]]
        self.linked[pairs] = True
        index = np.stack([pairs, self.first_y + self.provider[pairs]], axis=1).ravel()
        self._rows(np.arange(0, 2 * len(pairs), 2), index, np.tile([1.0, -1.0], len(pairs)))
        self.later = np.concatenate([self.later, pairs])

    def add(self, cuts: Sequence[Cut]) -> None:
        """Add cuts of rooms, to the pool and to the relaxation."""
        first = len(self.pool)
        self.keep(cuts)
        self.activate(np.arange(first, first + len(cuts)))

    def keep(self, cuts: Sequence[Cut]) -> None:
        """Add cuts to the pool alone, for where they are broken."""
        self.pool.add(cuts, self.place)
        self.active = np.concatenate([self.active, np.zeros(len(cuts), dtype=np.bool_)])

    def activate(self, cuts: Ints) -> None:
        """Put cuts of the pool into the relaxation."""
        if not len(cuts):
            return
        self.active[cuts] = True
        matrix = self.pool.rows(cuts, self.columns)
        self.widest = max(self.widest, float(abs(matrix).sum(axis=1).max()))
        self._rows(matrix.indptr[:-1].astype(np.int64), matrix.indices.astype(np.int64), matrix.data)
        self.later = np.concatenate([self.later, -1 - cuts])

    def purge(self) -> None:
        """Take out the rows added later that hold nothing back: a row that is broken again comes back."""
        own = len(self.row_lower)
        slack = -np.asarray(self.highs.getSolution().row_value)[own:]
        loose = np.flatnonzero(slack > _LOOSE)
        kept = np.flatnonzero(slack <= _LOOSE)
        gone = self.later[loose]
        self.linked[gone[gone >= 0]] = False
        self.active[-1 - gone[gone < 0]] = False
        accepted(self.highs.deleteRows(len(loose), (own + loose).astype(np.int32)), "to delete rows")
        self.later = self.later[kept]

    def _rows(self, start: Ints, index: Ints, value: Floats) -> None:
        count = len(start)
        if count:
            status = self.highs.addRows(
                count,
                np.full(count, -highspy.kHighsInf),
                np.zeros(count),
                len(index),
                start.astype(np.int32),
                index.astype(np.int32),
                value,
            )
            accepted(status, "rows")

    def limit(self, lower: Floats, upper: Floats) -> None:
        """Bounds of the providers."""
        self.lower = np.concatenate([np.zeros(self.first_y), lower])
        self.upper = np.concatenate([upper[self.provider], upper])
        every = np.arange(self.columns, dtype=np.int32)
        accepted(self.highs.changeColsBounds(self.columns, every, self.lower, self.upper), "bounds")

    def solve(self, enough: float, left: Callable[[], float]) -> Relaxed | None:
        """Solve as it stands with ``x <= y`` kept; None where that shows that nothing is below ``enough``.

        Raises
        ------
        OutOfTime
            where no seconds are ``left``.
        """
        while True:
            relaxed = self.solve_once(left)
            if relaxed is None or relaxed.bound >= enough:
                return None
            broken = np.flatnonzero(relaxed.x - relaxed.y[self.provider] > _BROKEN)
            broken = broken[~self.linked[broken]]
            again = self.pool.broken(relaxed.x, relaxed.y, self.active)
            if not len(broken) and not len(again):
                return relaxed
            self.link(broken)
            self.activate(again)

    def solve_once(self, left: Callable[[], float], iterations: int = 2**31 - 1) -> Relaxed | None:
        """Solve as it stands, or bound it by so many iterations; None where there is no solution.

        Errors as of ``solve``.
        """
        highs = self.highs
        seconds = left()
        limit = math.inf if math.isinf(seconds) else highs.getRunTime() + max(seconds, 0.0)
        accepted(highs.setOptionValue("time_limit", limit), "option time_limit")
        accepted(highs.setOptionValue("simplex_iteration_limit", iterations), "option simplex_iteration_limit")
        highs.run()
        status = highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status == highspy.HighsModelStatus.kTimeLimit:
            raise OutOfTime
        if status not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kIterationLimit):
            raise SolverFailed(f"HiGHS ended with {highs.modelStatusToString(status)}")
        solution = highs.getSolution()
        value, reduced = np.asarray(solution.col_value), np.asarray(solution.col_dual)
        n = self.first_y
        row = np.asarray(solution.row_dual)
        bound = self._bound(row, reduced)
        return Relaxed(bound, value[:n], value[n:], reduced[:n], reduced[n:], row[: self.ground.lots])

    def basis(self) -> highspy.HighsBasis:
        """Where the last solve ended."""
        return self.highs.getBasis()

    def set_basis(self, basis: highspy.HighsBasis) -> None:
        """Start the next solve there."""
        accepted(self.highs.setBasis(basis), "a basis")

    def _bound(self, row: Floats, column: Floats) -> float:
        """What any duals prove, whatever the solver's tolerances: rows added later have 0 on their right side."""
        own = row[: len(self.row_lower)]
        side = np.where(own > 0, self.row_lower, self.row_upper)
        wrong = ~np.isfinite(side) & (own != 0)
        later = row[len(self.row_lower) :]
        lost = float(np.abs(own[wrong]).sum() + np.maximum(later, 0.0).sum()) * self.widest
        proven = own[~wrong & (own != 0)] @ side[~wrong & (own != 0)]
        return float(proven + np.minimum(column * self.lower, column * self.upper).sum() - lost)

    def another(self) -> "Relaxation":
        """The same in a solver of its own, for another thread; it starts where this one ended."""
        other = copy(self)
        other.linked, other.active, other.pool = self.linked.copy(), self.active.copy(), self.pool.another()
        other.highs = fresh(presolve="off")
        accepted(other.highs.passModel(self.model_with_rows()), "the relaxation")
        other.set_basis(self.basis())
        return other

    def model_with_rows(self) -> highspy.HighsLp:
        """The relaxation with every row added so far."""
        return self.highs.getLp()

    def separate(self, relaxed: Relaxed) -> list[Cut]:
        """Cuts that a relaxed solution breaks."""
        found = []
        order = np.argsort(self.provider, kind="stable")
        ends = np.searchsorted(self.provider[order], np.arange(self.ground.providers + 1))
        for j in np.flatnonzero(relaxed.y > 1e-3).tolist():
            own = order[ends[j] : ends[j + 1]]
            share = np.minimum(relaxed.x[own] / relaxed.y[j], 1.0)
            volume = self.ground.volume[self.lot[own]]
            if volume @ share < 0.98 * self.ground.room[j]:
                continue
            cut = cut_of_room(j, self.lot[own], share, volume, int(self.ground.room[j]))
            if cut is not None:
                found.append(cut)
        return found
