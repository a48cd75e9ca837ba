"""What a format of a problem with several objectives is to the benchmarks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_array

from benchmarks.errors import InputInvalid
from selector import Multiobjective

Ints = NDArray[np.int64]
Values = tuple[int, ...]


@dataclass(frozen=True)
class Front:
    """A problem with several objectives, all to be minimised, and the points that are published of it."""

    program: Multiobjective
    sign: int
    """What values are multiplied by to be told as its publisher lists them."""
    known: frozenset[Values]
    """As published; empty where nothing is."""

    def told(self, values: Sequence[int]) -> Values:
        """Values as its publisher lists them."""
        return tuple(self.sign * value for value in values)


@dataclass(frozen=True)
class Format:
    """A format by its name on the command line."""

    name: str
    about: str
    read: Callable[[Path], Front]
    """Raises ``InputInvalid``, in one sentence that names the file, for what it cannot read."""
    folder: bool = False
    """Whether an instance is a folder of files."""


def binary(matrix: csr_array, least: ArrayLike, most: ArrayLike, objectives: Ints) -> Multiobjective:
    """A program over columns that are 0 or 1."""
    rows, columns = matrix.shape
    return Multiobjective(
        matrix=matrix,
        row_lower=np.broadcast_to(np.asarray(least, dtype=np.float64), (rows,)).copy(),
        row_upper=np.broadcast_to(np.asarray(most, dtype=np.float64), (rows,)).copy(),
        lower=np.zeros(columns),
        upper=np.ones(columns),
        integral=np.ones(columns, dtype=np.bool_),
        objectives=objectives,
    )


def whole(name: str, numbers: Sequence[Decimal]) -> Ints:
    """Numbers that are to be whole.

    Raises
    ------
    InputInvalid
        if one of them is not, or is too large.
    """
    if any(number != number.to_integral_value() or abs(number) > 2**40 for number in numbers):
        raise InputInvalid(f"{name}: figures of several objectives are whole numbers of no more than twelve digits")
    return np.array([int(number) for number in numbers], dtype=np.int64)


def points(path: Path) -> frozenset[Values]:
    """The points that a file lists, one a line; none where there is no such file.

    Raises
    ------
    InputInvalid
        if what it lists are no points.
    """
    if not path.is_file():
        return frozenset()
    try:
        return frozenset(
            tuple(int(float(word)) for word in line.split())
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip()
        )
    except ValueError:
        raise InputInvalid(f"{path.name} lists no points") from None
