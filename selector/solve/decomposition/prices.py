"""What couples blocks, priced: a bound of the whole from the blocks alone (Lagrangian relaxation, Geoffrion 1974).

For any prices of the coupling rows, of the right sign, the blocks at what their columns then cost, each by itself, and
what the rows' limits are worth at these prices, add up to no more than the best award. The prices of the linear
relaxation already give its bound or a better one, and a few steps along what the blocks break of the rows improve it.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from selector.program import Program, excess_of_awards
from selector.solve.crew import in_order
from selector.solve.decomposition.blocks import Blocks
from selector.solve.decomposition.branch_and_cut import Gap, Limits
from selector.solve.decomposition.finite import finite
from selector.solve.decomposition.priced import Answer, searched
from selector.solve.decomposition.sent import packed_part, priced
from selector.solve.elsewhere import elsewhere
from selector.solve.hands import Hands

Floats = NDArray[np.float64]

# Of the step to where the best award would be the bound (Polyak 1969): prices may overshoot.
_STEP = 0.5
_NO_LOTS = np.zeros(0, dtype=np.int64)


class Prices:
    """The coupling rows of a program and their prices, improved step by step."""

    def __init__(
        self, program: Program, blocks: Blocks, goal: Floats, duals: Floats, hands: Hands | None = None
    ) -> None:
        program = finite(program, goal)
        self._over, least = excess_of_awards(program, goal)
        self._endless = np.isinf(program.upper)
        self._least = float(least.sum())
        self._coupling = csr_array(program.matrix[blocks.coupling])
        self._lower, self._upper = program.row_lower[blocks.coupling], program.row_upper[blocks.coupling]
        self._prices = self._signed(duals[blocks.coupling])
        self._best = self._prices
        # Lots are not covered once where the row that says so is priced: their least is taken off here, and not there.
        self._parts = [
            replace(program.part(rows, columns), pair_accept=_NO_LOTS, pair_lot=_NO_LOTS)
            for rows, columns in zip(blocks.rows, blocks.columns, strict=True)
        ]
        self._columns = blocks.columns
        self._hands = hands
        self._sent = [] if hands is None else [packed_part(part) for part in self._parts]
        self.bound = -math.inf
        self.infeasible = False
        self.shares: Floats | None = None
        """Solutions of the blocks at the best prices."""
        self._step = _STEP
        self._answered: tuple[Floats, float] | None = None
        """What the blocks answered at the last prices, and the bound that this came to."""

    def improve(self, value: float, gap: Gap, limits: Limits) -> None:
        """Move the prices by what the blocks last answered, and search the blocks at them.

        ``value`` is that of the best award, or infinite: then they stay.
        """
        before = self._prices
        if self._answered is not None and math.isfinite(value):
            self._move(*self._answered, value)
        cost = self._over - self._coupling.T @ self._prices
        if (cost[self._endless] < 0).any():  # what would be earned without end is no bound
            self._prices, self._step = self._best, self._step / 2
            self._answered = None if self.shares is None else (self.shares, self.bound)
            return
        worth = self._worth()
        pieces = [self._piece(number, cost[columns], gap, limits) for number, columns in enumerate(self._columns)]
        answers: Sequence[Answer] = list(in_order(pieces, limits.stop, self._hands))
        self.infeasible = any(answer.infeasible for answer in answers)
        if self.infeasible or any(answer.columns is None for answer in answers):
            self._prices = before
            return
        bound = self._least + worth + sum(answer.bound for answer in answers)
        shares = np.zeros(len(self._over))
        for answer, columns in zip(answers, self._columns, strict=True):
            if answer.columns is not None:
                shares[columns] = answer.columns
        if bound > self.bound:
            self.bound, self._best, self.shares = bound, self._prices, shares
        else:
            self._step /= 2
        self._answered = shares, bound

    def _piece(self, number: int, cost: Floats, gap: Gap, limits: Limits) -> Callable[[Callable[[], bool]], Answer]:
        return lambda unwanted: self._searched(number, cost, gap, replace(limits, stop=unwanted))

    def _searched(self, number: int, cost: Floats, gap: Gap, limits: Limits) -> Answer:
        if self._hands is None:
            return searched(self._parts[number], cost, gap, limits)
        asked = (self._sent[number], cost, gap)
        found = elsewhere(self._hands, priced, asked, seconds=limits.seconds(), stop=limits.stop)
        return found or Answer(-math.inf, None, infeasible=False)

    def _worth(self) -> float:
        limit = np.where(self._prices > 0, self._lower, np.where(self._prices < 0, self._upper, 0.0))
        return float(self._prices @ limit)

    def _move(self, shares: Floats, bound: float, value: float) -> None:
        activity = self._coupling @ shares
        over, under = np.maximum(activity - self._upper, 0.0), np.maximum(self._lower - activity, 0.0)
        slope = np.where(
            self._prices > 0, self._lower - activity, np.where(self._prices < 0, self._upper - activity, under - over)
        )
        slope = np.where(np.isfinite(slope), slope, 0.0)
        length = float(slope @ slope)
        if length > 0:
            self._prices = self._signed(self._prices + self._step * max(value - bound, 0.0) / length * slope)

    def _signed(self, prices: Floats) -> Floats:
        """Prices without those that the limit of a row that there is not would earn."""
        kept = np.where(np.isfinite(self._lower), prices, np.minimum(prices, 0.0))
        return np.where(np.isfinite(self._upper), kept, np.maximum(kept, 0.0))
