"""The program that peers get. Imports nothing of the engine."""

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]

# A solver may break a row by as much, rows being scaled to about 1; and rounding to whole columns adds its own.
_TOLERANCE = 1e-5


@dataclass(frozen=True)
class MixedProgram:
    """Minimise ``cost @ x``, ``0 <= x <= upper``, x whole where ``integral``, ``row_lower <= A @ x <= row_upper``.

    A is kept by rows in compressed form: ``start``, ``index``, ``value``.
    """

    start: Ints
    index: Ints
    value: Floats
    row_lower: Floats
    row_upper: Floats
    upper: Floats
    integral: Flags
    cost: Floats
    """In the problem's money."""
    base: Floats
    """``base @ x`` is what the gap is a share of."""

    def rounded(self, columns: Floats) -> Floats:
        """A solution, whole where it has to be and within the bounds that a solver may have left by its tolerance."""
        found = np.where(self.integral, np.rint(columns), columns)
        strays = np.where(self.integral, 0.0, _TOLERANCE)
        return np.where(
            (found < 0) & (found >= -strays),
            0.0,
            np.where(found <= self.upper + strays, np.minimum(found, self.upper), found),
        )

    def admits(self, columns: Floats) -> bool:
        """Whether a solution keeps every row and bound, and is whole where it has to be."""
        rows = np.repeat(np.arange(len(self.row_lower)), np.diff(self.start))
        activity = np.bincount(rows, self.value * columns[self.index], minlength=len(self.row_lower))
        kept = (activity >= self.row_lower - _TOLERANCE) & (activity <= self.row_upper + _TOLERANCE)
        bounded = (columns >= 0) & (columns <= self.upper)
        whole = columns[self.integral]
        return bool(kept.all() and bounded.all() and (whole == np.rint(whole)).all())


def write(path: Path, program: MixedProgram) -> None:
    """Keep a program in a file."""
    np.savez(path, **{field.name: getattr(program, field.name) for field in fields(program)})


def read(path: Path) -> MixedProgram:
    """The program of a file."""
    with np.load(path) as file:
        return MixedProgram(**{field.name: file[field.name] for field in fields(MixedProgram)})
