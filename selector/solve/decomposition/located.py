"""A program that is a location problem and nothing else: one service, single lots, charges and rooms."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from models import SolverFailed
from selector.program import Program
from selector.solve.backend import Ending
from selector.solve.decomposition.branch_and_cut import Gap
from selector.solve.decomposition.ledger import Ledger
from selector.solve.location import Location, recognised, solve_location

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_PENCE = 100
# What rounding makes of a whole number of hundredths: so much, or so large a part of it.
_WHOLE, _ROUNDED = 1e-6, 1e-12


class Located:
    """A program read as a location problem, for a goal of whole hundredths."""

    def __init__(self, program: Program, location: Location) -> None:
        self._program, self._location = program, location

    @classmethod
    def of(cls, program: Program, goal: Floats) -> "Located | None":
        """The program as a location problem; None where it, or its goal, is more than that."""
        pence = np.rint(goal * _PENCE)
        if (np.abs(goal * _PENCE - pence) > np.maximum(_WHOLE, _ROUNDED * np.abs(pence))).any():
            return None
        location = recognised(program, pence.astype(np.int64))
        return None if location is None else cls(program, location)

    def search(self, ledger: Ledger, gap: Gap, seconds: Callable[[], float | None]) -> Ending | None:
        """Search, and tell how it ended; None where the solver broke down on a part of it."""
        try:
            found = solve_location(
                self._location,
                start=None if ledger.best is None else self._choice(ledger.best),
                absolute_gap=gap.absolute * _PENCE,
                relative_gap=gap.relative,
                seconds=seconds(),
                improved=lambda choice: ledger.offer(lambda: self._columns(choice)),
                progress=lambda bound: ledger.raise_bound(bound / _PENCE),
                stop=lambda: ledger.stop() or ledger.done,
            )
        except SolverFailed:
            return None
        if found.choice is not None:
            ledger.replace(self._columns(found.choice))  # which of equals is told first hangs on threads
        if found.ending != "infeasible":
            ledger.raise_bound(found.bound / _PENCE)
        return "settled" if found.ending == "stopped" and ledger.done else found.ending

    def _choice(self, columns: Floats) -> Ints:
        """The pair taken for each lot; pairs stand for the accept columns."""
        taken = np.flatnonzero(columns[: self._program.accepts] > 0)
        return taken[np.argsort(self._location.lot[taken])]

    def _columns(self, choice: Ints) -> Floats:
        """Accepts of the pairs, and provides of those who have one."""
        columns = np.zeros(self._program.matrix.shape[1])
        columns[choice] = 1
        columns[self._program.accepts + np.unique(self._location.provider[choice])] = 1
        return columns
