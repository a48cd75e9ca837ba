"""An integer program as sparse arrays with names made only when asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from selector.program.moves import Moves
from selector.program.soft import Soft
from selector.program.tiers import Tiers


@dataclass(frozen=True)
class Family:
    """Consecutive rows or columns of one meaning; ``key(k)`` holds the ids of what the ``k``-th of them is about."""

    name: str
    start: int
    stop: int
    key: Callable[[int], tuple[str, ...]]

    def __len__(self) -> int:
        return self.stop - self.start


@dataclass(frozen=True)
class Program:
    """Rows ``row_lower <= matrix @ x <= row_upper`` over columns ``0 <= x <= upper``, whole where ``integral``.

    The first ``accepts`` columns decide; every other column is an indicator whose value the decisions settle, a flow
    that shows that the ground a provider serves hangs together, a move of displaced staff, or what a soft rule gives way by. Each
    row is scaled by a power of two so that its largest coefficient is about 1. Only a ``bare`` program can be pickled.
    """

    matrix: csr_array
    row_lower: NDArray[np.float64]
    row_upper: NDArray[np.float64]
    factor: NDArray[np.float64]
    """What each row was multiplied by."""
    upper: NDArray[np.float64]
    integral: NDArray[np.bool_]
    accepts: int
    pair_accept: NDArray[np.int64]
    """Accept column of each pair of a bid and a lot that it is for."""
    pair_lot: NDArray[np.int64]
    """Lot of each pair; of the bids for a lot exactly one is accepted."""
    columns: Sequence[Family] = ()
    rows: Sequence[Family] = ()
    tiers: Sequence[Tiers] = ()
    """The discounts, whose columns the decisions settle exactly."""
    moves: Moves | None = None
    """What redeployment saves; None where nobody can move."""
    soft: Soft | None = None
    """By how much soft rules give way; None where there are none."""
    settled_rows: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Positions of the rows of tiers, of moves and of soft rules, which the accepted bids settle exactly."""
    group: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Of each column: the service that it is of, -1 where it is of several or none; where empty, all are of one."""

    def column_name(self, position: int) -> str:
        """Name of a column, such as ``accept[bid]``."""
        return _name(self.columns, position)

    def row_name(self, position: int) -> str:
        """Name of a row, such as ``capacity[bidder, service]``."""
        return _name(self.rows, position)

    def broken(self, columns: NDArray[np.int64] | NDArray[np.float64], tolerance: float) -> NDArray[np.int64]:
        """Rows that columns break by more than a tolerance."""
        activity = self.matrix @ columns
        return np.flatnonzero((activity < self.row_lower - tolerance) | (activity > self.row_upper + tolerance))

    def part(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> "Program":
        """Some rows over some columns, both in their order, without names; its lots are counted anew."""
        accepts = int(np.searchsorted(columns, self.accepts))
        place = np.full(self.matrix.shape[1], -1)
        place[columns] = np.arange(len(columns))
        kept = place[self.pair_accept] >= 0
        _, lot = np.unique(self.pair_lot[kept], return_inverse=True)
        return Program(
            matrix=csr_array(self.matrix[rows][:, columns]),
            row_lower=self.row_lower[rows],
            row_upper=self.row_upper[rows],
            factor=self.factor[rows],
            upper=self.upper[columns],
            integral=self.integral[columns],
            accepts=accepts,
            pair_accept=place[self.pair_accept[kept]],
            pair_lot=lot.astype(np.int64),
            group=self.group[columns] if len(self.group) else self.group,
        )

    def whole(self, columns: NDArray[np.int64]) -> NDArray[np.int64]:
        """A copy of columns in which those that need not be whole are 0: nobody moves, and no rule gives way."""
        found = columns.copy()
        found[~self.integral] = 0
        return found

    def filled(self, columns: NDArray[np.int64]) -> NDArray[np.float64]:
        """Columns with the best moves in place, who is left, and what soft rules give way by."""
        found = columns.astype(np.float64) if self.moves is None else self.moves.filled(columns)
        if self.soft is not None:
            self.soft.fill(columns, found)
        return found

    def settled(self, columns: NDArray[np.int64]) -> NDArray[np.int64]:
        """Columns with the tiers that their accepted bids reach, to the unit; what need not be whole follows, and is 0."""
        if not self.tiers and self.moves is None and self.soft is None:
            return columns
        found = self.whole(columns)
        for each in self.tiers:
            each.settle(found)
        return found

    def bare(self) -> "Program":
        """The program without its names, as it is sent to another process."""
        return replace(self, columns=(), rows=())


def _name(families: Sequence[Family], position: int) -> str:
    for family in families:
        if family.start <= position < family.stop:
            key = family.key(position - family.start)
            return f"{family.name}[{', '.join(key)}]" if key else family.name
    raise IndexError(position)
