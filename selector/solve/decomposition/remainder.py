"""What is left of a program once some of its columns are given their values."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selector.program import Program

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
# A row may be off by as much without its being broken: the error of adding up.
_ARITHMETIC = 1e-9


@dataclass(frozen=True)
class Remainder:
    """A program over the columns that are free, and how its solutions are solutions of the whole."""

    program: Program
    columns: Ints
    """Positions of its columns in the whole program."""
    rest: Floats
    """Values of all columns; those of the free ones are 0."""
    rows: Ints
    """Positions of its rows in the whole program."""

    def whole(self, columns: Floats) -> Floats:
        """Values of all columns, from those of the free ones."""
        values = self.rest.copy()
        values[self.columns] = columns
        return values


def remainder(program: Program, free: NDArray[np.bool_], values: Floats) -> Remainder:
    """The program over its ``free`` columns, all others having their ``values``.

    A row that the values alone break stays, so that the remainder is infeasible as it must be.
    """
    rest = np.where(free, 0.0, values)
    fixed = program.matrix @ rest
    lower, upper = program.row_lower - fixed, program.row_upper - fixed
    # Beside what was taken off, the error of adding it up must not make a row hard that is just kept.
    spare = _ARITHMETIC * np.maximum(1.0, np.abs(fixed))
    lower = np.where((lower > 0) & (lower <= spare), 0.0, lower)
    upper = np.where((upper < 0) & (upper >= -spare), 0.0, upper)
    touched = np.zeros(program.matrix.shape[0], dtype=np.bool_)
    entries = free[program.matrix.indices]
    touched[np.repeat(np.arange(len(touched)), np.diff(program.matrix.indptr))[entries]] = True
    kept = np.flatnonzero(touched | (lower > 0) | (upper < 0))
    columns = np.flatnonzero(free)
    part = replace(program.part(kept, columns), row_lower=lower[kept], row_upper=upper[kept])
    return Remainder(_with_lots(part, program, free, rest), columns, rest, kept)


def _with_lots(part: Program, program: Program, free: NDArray[np.bool_], rest: Floats) -> Program:
    """The part with those lots alone that are still to be covered: of all others no bid is accepted."""
    accept, lot = program.pair_accept, program.pair_lot
    covered = np.zeros(int(lot.max(initial=-1)) + 1, dtype=np.bool_)
    covered[lot[rest[accept] > 0]] = True
    open_ = ~covered[lot[free[accept]]]
    _, lots = np.unique(part.pair_lot[open_], return_inverse=True)
    return replace(part, pair_accept=part.pair_accept[open_], pair_lot=lots.astype(np.int64))
