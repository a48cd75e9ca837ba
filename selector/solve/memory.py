"""What earlier searches found and proved of parts of programs, for later ones that have some of these parts again."""

import hashlib
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from selector.program import Program

Floats = NDArray[np.float64]

# Of parts with the same rows: as many as differ in their prices.
_MOST_ALIKE = 100


@dataclass(frozen=True)
class Remembered:
    """The best of a part for a goal, and what is proven of it, in solver units."""

    goal: Floats
    bound: float
    columns: Floats


@dataclass
class Memory:
    """Parts by their rows and columns.

    A part whose rows are the same is not searched again; one whose prices alone have changed begins with its old award,
    and with its old bound less what prices have fallen by. A search reads it and adds to it.
    """

    parts: dict[bytes, list[Remembered]] = field(default_factory=dict)
    """By rows and columns: services may be alike in these, and differ in their prices."""

    def recall(self, program: Program, goal: Floats) -> tuple[float, Floats] | None:
        """A bound of a part for a goal, and a solution of it; None where nothing is known of such a part."""
        alike = self.parts.get(_digest(program))
        if not alike:
            return None
        known = next((each for each in alike if np.array_equal(each.goal, goal)), alike[-1])
        # No solution has more of a column than its upper limit: so much, and no more, can be had by what has become cheaper.
        cheaper = np.minimum(goal - known.goal, 0.0)
        falls = np.flatnonzero(cheaper)
        return known.bound + float(cheaper[falls] @ program.upper[falls]), known.columns

    def keep(self, program: Program, goal: Floats, bound: float, columns: Floats) -> None:
        """Remember a part."""
        alike = self.parts.setdefault(_digest(program), [])
        alike[:] = [each for each in alike if not np.array_equal(each.goal, goal)][1 - _MOST_ALIKE :]
        alike.append(Remembered(goal, bound, columns))


def _digest(program: Program) -> bytes:
    digest = hashlib.sha256()
    matrix = program.matrix
    for each in (
        np.array([*matrix.shape, program.accepts]),
        matrix.indptr.astype(np.int64),
        matrix.indices.astype(np.int64),
        matrix.data,
        program.row_lower,
        program.row_upper,
        program.upper,
        program.integral,
    ):
        digest.update(np.ascontiguousarray(each).tobytes())
    return digest.digest()
