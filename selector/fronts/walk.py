"""From one solution to others beside it: one set's column for another of the set, step by step along the front."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from selector.fronts.multiobjective import Multiobjective

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Walk:
    """Exchanges among columns of which exactly one of each set is taken, all other columns as they are."""

    program: Multiobjective

    @cached_property
    def _by_column(self) -> csr_array:
        rows = self.program.matrix[self.program.fixed_rows]
        return csr_array(rows.T)

    @cached_property
    def _figures(self) -> Floats:
        return self.program.figures / np.array(self.program.step, dtype=np.float64)[:, None]

    def along(
        self,
        columns: Ints,
        weights: Floats,
        objective: int,
        sign: int,
        most: float,
        spend: float,
        stop: Callable[[], bool],
    ) -> Iterator[Ints]:
        """Solutions some exchanges apart, each with less of an objective, or more where ``sign`` is 1.

        Each exchange is that which costs the least by the weights for what it moves; between two solutions they move the
        objective by half of ``most`` or more, and each by no more than ``most``. They end once all have cost more than
        ``spend``.
        """
        program, spent, gone = self.program, 0.0, 0.0
        column, of = program.exchange
        found = columns.copy()
        rows = program.fixed_rows
        activity = program.matrix[rows] @ found
        while not stop():
            taken = np.full(int(of.max(initial=-1)) + 1, -1, dtype=np.int64)
            held = found[column] > 0
            taken[of[held]] = column[held]
            usable = ~held & (taken[of] >= 0) & (program.upper[column] > 0)
            into, out = column[usable], taken[of[usable]]
            moved = self._figures[:, into] - self._figures[:, out]
            forward = sign * moved[objective]
            cost = weights @ moved
            likely = np.flatnonzero((forward > 0) & (forward <= most) & (cost + spent <= spend))
            if not len(likely):
                return
            likely = likely[np.argsort(cost[likely] / forward[likely], kind="stable")]
            step = self._first_kept(likely, into, out, activity)
            if step is None:
                return
            spent += max(float(cost[step]), 0.0)
            found[out[step]], found[into[step]] = 0, 1
            activity = activity + self._change(into[[step]], out[[step]]).toarray()[0]
            gone += float(forward[step])
            if gone >= most / 2:
                gone = 0.0
                yield found.copy()

    def _first_kept(self, likely: Ints, into: Ints, out: Ints, activity: Floats) -> int | None:
        """The first exchange that keeps every row."""
        program = self.program
        rows = program.fixed_rows
        lower, upper = program.row_lower[rows] - _TOLERANCE, program.row_upper[rows] + _TOLERANCE
        for start in range(0, len(likely), 256):
            some = likely[start : start + 256]
            change = self._change(into[some], out[some])
            after = activity[change.indices] + change.data
            wrong = (after < lower[change.indices]) | (after > upper[change.indices])
            exchange = np.repeat(np.arange(len(some)), np.diff(change.indptr))
            kept = np.bincount(exchange[wrong], minlength=len(some)) == 0
            if kept.any():
                return int(some[np.argmax(kept)])
        return None

    def _change(self, into: Ints, out: Ints) -> csr_array:
        return csr_array(self._by_column[into] - self._by_column[out])
