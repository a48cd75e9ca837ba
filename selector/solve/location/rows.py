"""The rows of a program with their figures as they were before scaling, told apart by what they may be."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from selector.program import Program

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Rows:
    """Rows over accept columns, each for one lot, and other columns, counted from 0 again; all coefficients are whole."""

    lot: Ints
    """Lot of each accept column."""
    accept: csr_array
    other: csr_array
    lower: Floats
    upper: Floats

    @classmethod
    def of(cls, program: Program, lot: Ints) -> "Rows | None":
        """The rows of a program; None where some coefficient is not whole."""
        matrix = csr_array(program.matrix)
        value = matrix.data / np.repeat(program.factor, np.diff(matrix.indptr))
        if (value != np.rint(value)).any() or (np.abs(value) >= 2**52).any():
            return None
        plain = csr_array((value.astype(np.int64), matrix.indices, matrix.indptr), shape=matrix.shape)
        return cls(
            lot,
            csr_array(plain[:, : len(lot)]),
            csr_array(plain[:, len(lot) :]),
            program.row_lower / program.factor,
            program.row_upper / program.factor,
        )

    @cached_property
    def accepts(self) -> Ints:
        """How many accept columns enter each row."""
        return np.diff(self.accept.indptr).astype(np.int64)

    @cached_property
    def others(self) -> Ints:
        """How many other columns enter each row."""
        return np.diff(self.other.indptr).astype(np.int64)

    def value(self, rows: Ints) -> Ints:
        """The coefficient of the one other column of each of some rows."""
        return np.asarray(self.other.data[self.other.indptr[rows]], dtype=np.int64)

    def provider(self, rows: Ints) -> Ints:
        """The one other column of each of some rows."""
        return np.asarray(self.other.indices[self.other.indptr[rows]], dtype=np.int64)

    def least(self, rows: Ints, of: Ints | None = None) -> Ints:
        """The least accept coefficient of each row, none of which may be empty; or the least of what ``of`` gives each column."""
        return self._over(np.minimum, rows, of)

    def most(self, rows: Ints, of: Ints | None = None) -> Ints:
        """As ``least``, the most."""
        return self._over(np.maximum, rows, of)

    def entries(self, rows: Ints) -> tuple[Ints, Ints, Ints]:
        """Of each accept entry of some rows: the row's place among them, the column, the coefficient."""
        part = self.accept[rows].tocoo()
        return part.row.astype(np.int64), part.col.astype(np.int64), part.data.astype(np.int64)

    def _over(self, ufunc: np.ufunc, rows: Ints, of: Ints | None) -> Ints:
        part = self.accept[rows]
        values = part.data if of is None else of[part.indices]
        if not len(rows):
            return np.zeros(0, dtype=np.int64)
        return np.asarray(ufunc.reduceat(values, part.indptr[:-1]), dtype=np.int64)
