"""The blocks of a program: columns that no row ties to the others, but for the few rows that couple blocks."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from selector.program import Program

Ints = NDArray[np.int64]

# A block smaller than this is not worth a search of its own: such ones are searched together.
_SMALL = 100


@dataclass(frozen=True)
class Blocks:
    """Positions of the columns and rows of each block, and of the rows that couple blocks."""

    columns: tuple[Ints, ...]
    rows: tuple[Ints, ...]
    coupling: Ints

    def __len__(self) -> int:
        return len(self.columns)


def blocks(program: Program) -> Blocks:
    """The blocks of a program. A row couples where its columns are of several groups (``Program.group``)."""
    matrix = program.matrix
    rows, columns = matrix.shape
    if not columns:
        return Blocks((np.zeros(0, dtype=np.int64),), (np.arange(rows),), np.zeros(0, dtype=np.int64))
    row = np.repeat(np.arange(rows), np.diff(matrix.indptr))
    group = _grouped(program, row)
    lowest, highest = _range(row, group[matrix.indices], rows)
    couples = lowest < highest
    found = connected(matrix, row, ~couples[row])
    label = _merged(found[:columns], found[columns:])
    kept = label[columns:].copy()
    kept[couples] = -1
    names = np.unique(label[:columns])
    return Blocks(
        columns=tuple(np.flatnonzero(label[:columns] == name) for name in names),
        rows=tuple(np.flatnonzero(kept == name) for name in names),
        coupling=np.flatnonzero(couples),
    )


def _grouped(program: Program, row: Ints) -> Ints:
    """The group of each column; those of none that only meet columns of one group are of that."""
    columns = program.matrix.shape[1]
    if not len(program.group):
        return np.zeros(columns, dtype=np.int64)
    column, group = program.matrix.indices, program.group
    none = group < 0
    part = connected(program.matrix, row, none[column])
    # What each set of such columns meets, by way of the rows that hold them.
    met = ~none[column] & np.isin(row, row[none[column]])
    lowest, highest = _range(part[columns + row[met]], group[column[met]], int(part.max(initial=0)) + 1)
    one = lowest[part[:columns]] == highest[part[:columns]]
    return np.where(none & one, lowest[part[:columns]], group)


def _range(place: Ints, values: Ints, places: int) -> tuple[Ints, Ints]:
    """The lowest and highest value at each place."""
    lowest, highest = np.full(places, np.iinfo(np.int64).max), np.full(places, -2)
    np.minimum.at(lowest, place, values)
    np.maximum.at(highest, place, values)
    return lowest, highest


def connected(matrix: csr_array, row: Ints, kept: NDArray[np.bool_]) -> Ints:
    """Which columns, and after them which rows, some entries connect: a number for each set.

    ``row`` is the row of each entry, ``kept`` whether it connects.
    """
    rows, columns = matrix.shape
    ends = (matrix.indices[kept], columns + row[kept])
    graph = coo_array((np.ones(len(ends[0]), dtype=np.int8), ends), shape=(columns + rows, columns + rows))
    _, parts = connected_components(graph, directed=False)
    found: Ints = parts.astype(np.int64)
    return found


def _merged(of_columns: Ints, of_rows: Ints) -> Ints:
    """Labels with those of small blocks, and of rows without columns, made one."""
    size = np.bincount(of_columns, minlength=int(max(of_columns.max(), of_rows.max(initial=0))) + 1)
    small = size < _SMALL
    rest = int(np.flatnonzero(small & (size > 0))[0]) if (small & (size > 0)).any() else int(of_columns[0])
    together = np.where(small, rest, np.arange(len(size)))
    merged: Ints = together[np.concatenate([of_columns, of_rows])]
    return merged
