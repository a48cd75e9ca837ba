"""Solutions beside those that are known: two columns the other way round. They tell a search what it has to be better than."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from selector.fronts.dominance import nondominated_rows
from selector.fronts.multiobjective import Ints, Multiobjective

_MOST_WORK = 2**20
"""Sums that one solution's neighbours may take: some milliseconds, where a search takes about as many as that or more."""
_AT_ONCE = 8
"""Neighbours that are gone on from whenever a solution is found."""


@dataclass
class Neighbours:
    """What was found beside solutions, as far as nothing else found is as good.

    A pair of columns is changed in a whole table of pairs at once, which small programs with few rows allow.
    """

    program: Multiobjective
    _units: Ints = field(init=False)
    """Solutions x objectives, constants aside."""
    _columns: NDArray[np.int8] = field(init=False)
    _expanded: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nothing."""
        program = self.program
        columns = program.matrix.shape[1]
        self._rows: Ints = program.matrix.toarray().astype(np.int64)
        self._lower, self._upper = np.ceil(program.row_lower), np.floor(program.row_upper)
        self._one, self._other = np.triu_indices(columns, 1)
        self._units = np.zeros((0, len(program)), dtype=np.int64)
        self._columns = np.zeros((0, columns), dtype=np.int8)
        self._expanded = np.zeros(0, dtype=np.bool_)

    @classmethod
    def of(cls, program: Multiobjective) -> "Neighbours | None":
        """Those of a program whose columns are 0 or 1 and whose rows are whole numbers, if it is small; else None."""
        rows, columns = program.matrix.shape
        binary = bool(program.integral.all() and (program.lower == 0).all() and (program.upper == 1).all())
        if not binary or not program.whole_rows or program.extra is not None:
            return None
        return cls(program) if columns * (columns - 1) // 2 * (rows + len(program)) <= _MOST_WORK else None

    def add(self, columns: Ints) -> None:
        """Look beside a solution, and beside some of what was found beside others."""
        self._take((self.program.objectives @ columns)[None, :], columns.astype(np.int8)[None, :])
        for _ in range(_AT_ONCE):
            left = np.flatnonzero(~self._expanded)
            if not len(left):
                return
            self._expand(int(left[0]))

    def best(self, objective: int, most: tuple[int, ...]) -> tuple[int, ...] | None:
        """Units of the solution with the least of an objective, of equal ones with the least in all; None if none is inside.

        ``most``: units that it may have of each objective.
        """
        inside = self._units[(self._units <= np.array(most)).all(axis=1)]
        if not len(inside):
            return None
        least = inside[np.lexsort((inside.sum(axis=1), inside[:, objective]))[0]]
        return tuple(least.tolist())

    def _expand(self, at: int) -> None:
        self._expanded[at] = True
        own = self._columns[at].astype(np.int64)
        step = 1 - 2 * own
        activity = (self._rows @ own)[:, None] + self._pairs(self._rows * step)
        allowed = ((activity >= self._lower[:, None]) & (activity <= self._upper[:, None])).all(axis=0)
        units = (self._units[at][:, None] + self._pairs(self.program.objectives * step))[:, allowed].T
        columns = np.repeat(self._columns[at][None, :], len(units), axis=0)
        each = np.arange(len(units))
        for changed in (self._one[allowed], self._other[allowed]):
            columns[each, changed] ^= 1
        self._take(units, columns)

    def _pairs(self, table: Ints) -> Ints:
        found: Ints = table[:, self._one] + table[:, self._other]
        return found

    def _take(self, units: Ints, columns: NDArray[np.int8]) -> None:
        """Keep what is not dominated; of equals those that were there before."""
        units = np.concatenate([self._units, units])
        kept = nondominated_rows(units)
        self._columns = np.concatenate([self._columns, columns])[kept]
        self._expanded = np.concatenate([self._expanded, np.zeros(len(columns), dtype=np.bool_)])[kept]
        self._units = units[kept]
