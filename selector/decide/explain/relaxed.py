"""What the linear relaxation of a program proves of awards with some bid, or without it: how little they come to at least.

Worked out from the rows' prices, as ``selector.solve.root`` does it, so that it holds whatever the solver's tolerance.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from selector.program import Program, excess_of_awards
from selector.program.columns import Columns
from selector.solve.figures import constant, figures
from selector.solve.highs import Row, accepted, fresh, hand_over, insert
from selector.solve.outcome import Goal
from selector.solve.rank_rows import rooms
from selector.solve.root import root

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
BUDGET = "budget"
"""The rows in which the price of a bid stands."""
_ROUNDING = 1.0
"""Units that the arithmetic of a bound may be off by, and more."""


@dataclass(frozen=True)
class _Priced:
    """The rows' prices of one solution, and the bound that they prove."""

    prices: Floats
    reduced: Floats
    at_limits: float
    """What the limits of the rows come to at these prices."""


class Relaxed:
    """A relaxation, strengthened, kept in the solver. Not for several threads."""

    def __init__(
        self, columns: Columns, program: Program, goal: Goal, seconds: float, stop: Callable[[], bool]
    ) -> None:
        self._columns, self._program = columns, program
        over, least = excess_of_awards(program, figures(program, goal))
        self._over, self._constant = over, float(least.sum()) + constant(program, goal)
        self._highs = fresh()
        self._rows = self._implied(seconds, stop)
        hand_over(program, self._highs, self._over, relaxed=True)
        insert(self._highs, self._rows)
        self._first = self._solved(seconds)

    def with_bid(self, accept: int, prices_count: Mapping[int, float], *, again: float = 0.0) -> float:
        """Units that every award with the bid of an accept column comes to at least, at its price or below it.

        Parameters
        ----------
        accept
            The column.
        prices_count
            By position of a row that its price stands in: how much of its coefficient there, as the row is scaled, is price.
        again
            Seconds to solve the relaxation anew with the bid accepted, which takes a moment and proves more; 0 for not.
        """
        upper, lower = self._program.upper.copy(), np.zeros(len(self._over))
        upper[self._rivals(accept)] = 0
        lower[accept] = upper[accept] = 1
        lower[self._comes_with(accept)] = 1
        return self._bound(lower, upper, accept, prices_count, again)

    def without_bid(self, accept: int, *, again: float = 0.0) -> float:
        """Units that every award without it comes to at least."""
        upper, lower = self._program.upper.copy(), np.zeros(len(self._over))
        upper[accept] = 0
        return self._bound(lower, upper, accept, {}, again)

    def _bound(
        self, lower: Floats, upper: Floats, accept: int, prices_count: Mapping[int, float], again: float
    ) -> float:
        found = [self._first]
        if again > 0:
            found.append(self._again(lower, upper, again))
        return max(
            (self._proven(each, lower, upper, accept, prices_count) for each in found if each), default=-math.inf
        )

    def _proven(
        self, priced: _Priced, lower: Floats, upper: Floats, accept: int, prices_count: Mapping[int, float]
    ) -> float:
        # A price that falls takes less of a budget, which then holds back less: a budget's price is below 0.
        reduced = priced.reduced.copy()
        reduced[accept] += sum(part * min(priced.prices[row], 0.0) for row, part in prices_count.items())
        at = np.where(reduced > 0, lower, upper)
        counting = reduced != 0
        return self._constant + priced.at_limits + float(reduced[counting] @ at[counting]) - _ROUNDING

    def _again(self, lower: Floats, upper: Floats, seconds: float) -> _Priced | None:
        self._bounds(lower, np.minimum(upper, highspy.kHighsInf))
        try:
            return self._solved(seconds)
        finally:
            self._bounds(np.zeros(len(lower)), np.minimum(self._program.upper, highspy.kHighsInf))

    def _bounds(self, lower: Floats, upper: Floats) -> None:
        every = np.arange(len(lower), dtype=np.int32)
        accepted(self._highs.changeColsBounds(len(every), every, lower, upper), "limits of columns")

    def _solved(self, seconds: float) -> _Priced | None:
        highs = self._highs
        accepted(highs.setOptionValue("time_limit", highs.getRunTime() + max(seconds, 0.01)), "a limit")
        highs.run()
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        prices = np.asarray(highs.getSolution().row_dual)
        lower, upper = self._limits
        # Of the wrong sign for a limit that there is not, a price proves nothing.
        prices = np.where((prices > 0) & np.isfinite(lower) | (prices < 0) & np.isfinite(upper), prices, 0.0)
        limit = np.where(prices > 0, lower, np.where(prices < 0, upper, 0.0))
        return _Priced(prices, self._over - self._matrix.T @ prices, float(prices @ limit))

    def _implied(self, seconds: float, stop: Callable[[], bool]) -> list[Row]:
        """Rows that limits imply, other than those that prices stand in: these change as a price does."""
        upper = self._program.row_upper.copy()
        for family in self._program.rows:
            if family.name == BUDGET:
                upper[family.start : family.stop] = np.inf
        free = replace(self._program, row_upper=upper)
        found = root(free, self._over, [], tuple(rooms(free)), seconds, stop)
        return [] if found is None else found.rows

    @cached_property
    def _matrix(self) -> csr_array:
        if not self._rows:
            return self._program.matrix
        starts = np.cumsum([0, *(len(row.columns) for row in self._rows)])
        added = csr_array(
            (
                np.concatenate([row.values for row in self._rows]),
                np.concatenate([row.columns for row in self._rows]),
                starts,
            ),
            shape=(len(self._rows), len(self._over)),
        )
        return csr_array(vstack([self._program.matrix, added]))

    @cached_property
    def _limits(self) -> tuple[Floats, Floats]:
        lower = np.append(self._program.row_lower, np.full(len(self._rows), -np.inf))
        return lower, np.append(self._program.row_upper, [row.upper for row in self._rows])

    def _rivals(self, accept: int) -> Ints:
        """Columns of the other bids for its lots."""
        c = self._columns
        rivals: Ints = np.unique(c.accept[np.isin(c.lot, c.lot[c.accept == accept])])
        others: Ints = rivals[rivals != accept]
        return others

    def _comes_with(self, accept: int) -> Ints:
        """Indicators that are up where it is accepted."""
        c = self._columns
        pairs = np.flatnonzero(c.accept == accept)
        bidder = c.bidder[pairs[:1]]
        active = c.active_of(bidder[np.isin(bidder, c.active_bidder)])
        found: Ints = np.concatenate([c.provide[pairs], active, c.serve[np.isin(c.local, pairs)]])
        return found
