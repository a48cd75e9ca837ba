"""The least part of a program that decides whether some of its rows can hold together.

Whatever no row touches is free: a lot whose bids are in no row is covered by any of them, and an indicator that is in
no row may have any value. So a part has the rows asked for, the lots that they touch, and the indicators they need.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from selector.program import Program

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Part:
    """Some rows and columns of a program, as a program; ``columns`` and ``rows`` are positions in the whole."""

    program: Program
    columns: Ints
    rows: Ints


class Parts:
    """Cuts parts out of one program, whose rows without an owner are its background."""

    def __init__(self, program: Program, background: Bools) -> None:
        self._program = program
        self._matrix = program.matrix
        rows = [family for family in program.rows if family.name == "cover"]
        cover = np.zeros(len(background), dtype=np.bool_)
        for family in rows:
            cover[family.start : family.stop] = True
        self._cover = cover & background
        self._linking = background & ~cover

    @cached_property
    def _by_column(self) -> csc_array:
        return csc_array(self._matrix)

    @cached_property
    def _whole(self) -> Ints:
        """For each row: its last column, which of a linking row is the indicator that it defines."""
        last = np.full(self._matrix.shape[0], -1)
        row = np.repeat(np.arange(self._matrix.shape[0]), np.diff(self._matrix.indptr))
        np.maximum.at(last, row, self._matrix.indices)
        return last

    def part(self, rows: Bools) -> Part:
        """The part that ``rows`` and what they rest on make up."""
        kept = rows.copy()
        columns = self._entered(kept)
        while True:
            needed = kept.copy()
            needed |= self._linking & columns[self._whole]
            lots = columns.copy()
            lots[self._program.accepts :] = False
            needed |= self._cover & self._touched(lots)
            if np.array_equal(needed, kept):
                break
            kept = needed
            columns |= self._entered(kept)
        row, column = np.flatnonzero(kept), np.flatnonzero(columns)
        return Part(self._program.part(row, column), column, row)

    def _entered(self, rows: Bools) -> Bools:
        """The columns that any of the rows has."""
        found = np.zeros(self._matrix.shape[1], dtype=np.bool_)
        found[self._matrix[np.flatnonzero(rows)].indices] = True
        return found

    def _touched(self, columns: Bools) -> Bools:
        """The rows that have any of the columns."""
        found = np.zeros(self._matrix.shape[0], dtype=np.bool_)
        found[self._by_column[:, np.flatnonzero(columns)].indices] = True
        return found
