"""One search of HiGHS over a part of a program, be it empty."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.backend import Ending, Search, Watch
from selector.solve.highs import Highs

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Gap:
    """What may be missing: as much, or as a share of the value."""

    absolute: float
    relative: float = 0.0

    def times(self, share: float) -> "Gap":
        """A share of it."""
        return Gap(self.absolute * share, self.relative * share)


@dataclass(frozen=True)
class Limits:
    """What ends a search early: seconds left, asked for anew each time, and a wish."""

    seconds: Callable[[], float | None]
    stop: Callable[[], bool]

    @property
    def ending(self) -> Ending | None:
        """What has ended the search by now; None where nothing has."""
        left = self.seconds()
        if self.stop():
            return "stopped"
        return "time" if left is not None and left <= 0 else None


def branch_and_cut(
    program: Program,
    goal: Floats,
    gap: Gap,
    limits: Limits,
    *,
    nodes: int | None = None,
    start: Floats | None = None,
    watch: Watch | None = None,
) -> tuple[Search, Floats | None]:
    """The outcome of a search, and its solution: whole where it must be, shares elsewhere."""
    if 0 in program.matrix.shape:
        return _empty(program, goal)
    solver = Highs(program)
    search = solver.minimise(
        goal,
        watch or Watch(lambda _: None, lambda _: None, lambda _: False, limits.stop),
        absolute_gap=gap.absolute,
        relative_gap=gap.relative,
        seconds=limits.seconds(),
        nodes=nodes,
        start=start,
    )
    if search.columns is None:
        return search, None
    return search, np.where(program.integral, search.columns, solver.values())


def _empty(program: Program, goal: Floats) -> tuple[Search, Floats | None]:
    """A program without rows, or without columns: there is nothing to search."""
    if (program.row_lower > 0).any() or (program.row_upper < 0).any():
        return Search("infeasible", None, np.inf), None
    endless = (goal < 0) & np.isinf(program.upper)
    values = np.where((goal < 0) & ~endless, program.upper, 0.0)
    bound = -np.inf if endless.any() else float(goal @ values)
    return Search("proven", np.rint(values).astype(np.int64), bound), values
