"""Rows put together into a program by hand, by the conventions of ``selector.Program``."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_array

from selector import Program

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass
class Rows:
    """Rows over columns that are all decisions, 0 or 1."""

    _count: int = 0
    _row: list[Ints] = field(default_factory=list)
    _column: list[Ints] = field(default_factory=list)
    _value: list[Floats] = field(default_factory=list)
    _lower: list[Floats] = field(default_factory=list)
    _upper: list[Floats] = field(default_factory=list)

    def add(self, row: Ints, column: Ints, value: ArrayLike, lower: ArrayLike, upper: ArrayLike, count: int) -> "Rows":
        """``count`` more rows from entries that number them from 0; limits and values may be one for all."""
        self._row.append(row + self._count)
        self._column.append(column)
        self._value.append(np.broadcast_to(np.asarray(value, dtype=np.float64), row.shape))
        self._lower.append(np.broadcast_to(np.asarray(lower, dtype=np.float64), (count,)))
        self._upper.append(np.broadcast_to(np.asarray(upper, dtype=np.float64), (count,)))
        self._count += count
        return self

    def program(self, accepts: int, pair_accept: Ints, pair_lot: Ints) -> Program:
        """The program over so many decisions, each row scaled so that its largest coefficient is about 1."""
        row, value = np.concatenate(self._row), np.concatenate(self._value)
        largest = np.zeros(self._count)
        np.maximum.at(largest, row, np.abs(value))
        # By powers of two, which change no digit.
        _, exponent = np.frexp(np.where(largest > 0, largest, 1))
        factor = np.ldexp(1.0, 1 - exponent)
        matrix = coo_array(
            (value * factor[row], (row, np.concatenate(self._column))), shape=(self._count, accepts)
        ).tocsr()
        return Program(
            matrix=matrix,
            row_lower=np.concatenate(self._lower) * factor,
            row_upper=np.concatenate(self._upper) * factor,
            factor=factor,
            upper=np.ones(accepts),
            integral=np.ones(accepts, dtype=np.bool_),
            accepts=accepts,
            pair_accept=pair_accept,
            pair_lot=pair_lot,
        )
