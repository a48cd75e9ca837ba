"""A program strengthened by rank rows before it is searched, where a goal is to be proven to its last unit."""

import numpy as np
from numpy.typing import NDArray

from selector.program import Program, excess_of_awards
from selector.solve.backend import Search, Watch, remaining
from selector.solve.highs import FEASIBILITY, Highs
from selector.solve.narrow import Narrow
from selector.solve.pursuit import Pursuit
from selector.solve.rank_rows import rooms
from selector.solve.root import root

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Strengthened:
    """A program in HiGHS, for goals whose figures tell exactly what an award is worth. Not safe for several threads."""

    def __init__(self, program: Program, whole: Highs) -> None:
        self._program, self._whole = program, whole
        self._rooms = tuple(rooms(program))

    def minimise(
        self,
        goal: Floats,
        watch: Watch,
        *,
        absolute_gap: float,
        seconds: float | None,
        start: Floats | None,
        rivals: bool,
    ) -> Search:
        """Search for the least ``goal`` to an absolute gap, and if ``rivals`` for awards as good as the best."""
        over, least = excess_of_awards(self._program, goal)
        left = remaining(seconds)
        at = root(self._program, over, self._whole.added, self._rooms, left(), watch.stop)
        if at is None:
            return self._whole.minimise(
                goal, watch, absolute_gap=absolute_gap, relative_gap=0.0, seconds=left(), start=start
            )
        with self._whole.only_for_now():
            self._whole.add_rows(at.rows)
            near = Narrow(self._program, self._whole, goal, watch, absolute_gap, left, at, float(least.sum()))
            return Pursuit(near).search(None if start is None else self._kept(start), rivals=rivals)

    def _kept(self, start: Floats) -> Ints | None:
        """An award to begin with, where it keeps every row."""
        broken = self._program.broken(start, FEASIBILITY)
        added = all(start[row.columns] @ row.values <= row.upper + FEASIBILITY for row in self._whole.added)
        return np.rint(start).astype(np.int64) if not len(broken) and added else None
