"""The least part of a program that decides whether some of its rows can hold together.

Whatever no row touches is free: an indicator that is in no row may have any value, and of the bids for a lot that are in
no row one stands for all, if it is for that lot alone and in no exclusive group. So a part has the rows asked for, the
indicators they need, and of the lots that they touch the bids that are touched, with one that is free. Lots that no bid
is free for draw in whatever they share a package or an exclusive group with.

That the lots outside a part can be covered at all is taken for granted: ``background`` tells whether all lots can be.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array

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
        cover, exclusive = _rows(program, "cover") & background, _rows(program, "exclusive") & background
        self._linking = background & ~cover & ~exclusive
        self.cover = np.flatnonzero(cover)
        """The rows that cover the lots."""
        self._exclusive = np.flatnonzero(exclusive)
        self._covers, self._groups = (
            csr_array(self._matrix[rows][:, : program.accepts]).astype(np.bool_)
            for rows in (self.cover, self._exclusive)
        )

    @cached_property
    def _by_column(self) -> csc_array:
        return csc_array(self._matrix)

    @cached_property
    def _last(self) -> Ints:
        """For each row: its last column, which of a linking row is the indicator that it defines."""
        last = np.full(self._matrix.shape[0], -1)
        row = np.repeat(np.arange(self._matrix.shape[0]), np.diff(self._matrix.indptr))
        np.maximum.at(last, row, self._matrix.indices)
        return last

    @cached_property
    def _alone(self) -> Bools:
        """Whether each bid is for one lot, and in no exclusive group."""
        lots, groups = (np.asarray(each.sum(axis=0)).ravel() for each in (self._covers, self._groups))
        alone: Bools = (lots == 1) & (groups == 0)
        return alone

    def part(self, rows: Bools, bids: Ints | None = None) -> Part:
        """The part that ``rows`` and what they rest on make up; and ``bids``, by their columns, if rows are to have them."""
        kept, columns = self._linked(rows)
        if bids is not None:
            columns[bids] = True
        return self._covered(kept, columns, columns[: self._program.accepts])

    def background(self) -> Part:
        """The part that is left without any rows: lots that no bid is free for, and what they draw in."""
        columns = np.zeros(self._matrix.shape[1], dtype=np.bool_)
        rows = np.zeros(self._matrix.shape[0], dtype=np.bool_)
        return self._covered(rows, columns, self._drawing(self._alone))

    def lots(self, lots: Ints) -> Part:
        """The part in which some lots, by their cover rows, are covered and all others may be more than once or not."""
        rows = np.zeros(self._matrix.shape[0], dtype=np.bool_)
        rows[lots] = True
        columns = self._entered(rows)
        rows[self._exclusive[_touching(self._groups, columns[: self._program.accepts])]] = True
        return self._cut(rows, columns)

    def _linked(self, rows: Bools) -> tuple[Bools, Bools]:
        """Rows with those that define the indicators in them; and all their columns."""
        kept, columns = rows, self._entered(rows)
        while True:
            needed = kept | (self._linking & columns[self._last])
            if np.array_equal(needed, kept):
                return kept, columns
            kept = needed
            columns |= self._entered(kept)

    def _drawing(self, free: Bools) -> Bools:
        """The bids for a lot that no bid is free for."""
        bound = ~_touching(self._covers, free)
        return _in(self._covers, bound)

    def _covered(self, kept: Bools, columns: Bools, touched: Bools) -> Part:
        """The part of some rows and columns, once the lots of bids that are touched are covered."""
        free = self._alone & ~touched
        drawing = self._drawing(free)
        bids = touched.copy()
        lots = _touching(self._covers, bids)
        while True:
            beside = _in(self._covers, lots) | _in(self._groups, _touching(self._groups, bids))
            more = bids | (drawing & beside)
            if np.array_equal(more, bids):
                break
            bids = more
            lots = _touching(self._covers, bids)
        rows = kept.copy()
        rows[self.cover[lots]] = True
        rows[self._exclusive[_touching(self._groups, bids)]] = True
        bids[self._first_free(free, lots)] = True
        whole = columns.copy()
        whole[: self._program.accepts] |= bids
        return self._cut(rows, whole)

    def _first_free(self, free: Bools, lots: Bools) -> Ints:
        """One free bid for each of some lots that have any."""
        entries = self._covers.tocoo()
        usable = free[entries.col] & lots[entries.row]
        _, first = np.unique(entries.row[usable], return_index=True)
        return np.asarray(entries.col[usable][first], dtype=np.int64)

    def _cut(self, rows: Bools, columns: Bools) -> Part:
        row, column = np.flatnonzero(rows), np.flatnonzero(columns)
        return Part(self._program.part(row, column), column, row)

    def _entered(self, rows: Bools) -> Bools:
        """The columns that any of the rows has."""
        found = np.zeros(self._matrix.shape[1], dtype=np.bool_)
        found[self._matrix[np.flatnonzero(rows)].indices] = True
        return found


def _rows(program: Program, name: str) -> Bools:
    """The rows of a family."""
    found = np.zeros(program.matrix.shape[0], dtype=np.bool_)
    for family in program.rows:
        if family.name == name:
            found[family.start : family.stop] = True
    return found


def _touching(matrix: csr_array, columns: Bools) -> Bools:
    """The rows that have any of some columns."""
    touching: Bools = np.asarray(matrix @ columns.astype(np.int64)).ravel() > 0
    return touching


def _in(matrix: csr_array, rows: Bools) -> Bools:
    """The columns that any of some rows has."""
    entered: Bools = np.asarray(rows.astype(np.int64) @ matrix).ravel() > 0
    return entered
