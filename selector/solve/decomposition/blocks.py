"""The blocks of a program: columns that no row ties to the others, but for the few rows that couple blocks."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
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
    group = program.group if len(program.group) else np.zeros(columns, dtype=np.int64)
    row = np.repeat(np.arange(rows), np.diff(matrix.indptr))
    lowest, highest = np.full(rows, np.iinfo(np.int64).max), np.full(rows, -2)
    np.minimum.at(lowest, row, group[matrix.indices])
    np.maximum.at(highest, row, group[matrix.indices])
    couples = lowest < highest
    tied = ~couples[row]
    graph = coo_array(
        (np.ones(int(tied.sum()), dtype=np.int8), (matrix.indices[tied], columns + row[tied])),
        shape=(columns + rows, columns + rows),
    )
    _, parts = connected_components(graph, directed=False)
    found = parts.astype(np.int64)
    label = _merged(found[:columns], found[columns:])
    kept = label[columns:].copy()
    kept[couples] = -1
    names = np.unique(label[:columns])
    return Blocks(
        columns=tuple(np.flatnonzero(label[:columns] == name) for name in names),
        rows=tuple(np.flatnonzero(kept == name) for name in names),
        coupling=np.flatnonzero(couples),
    )


def _merged(of_columns: Ints, of_rows: Ints) -> Ints:
    """Labels with those of small blocks, and of rows without columns, made one."""
    size = np.bincount(of_columns, minlength=int(max(of_columns.max(), of_rows.max(initial=0))) + 1)
    small = size < _SMALL
    rest = int(np.flatnonzero(small & (size > 0))[0]) if (small & (size > 0)).any() else int(of_columns[0])
    together = np.where(small, rest, np.arange(len(size)))
    merged: Ints = together[np.concatenate([of_columns, of_rows])]
    return merged
