"""The parts of a program that no row ties to one another."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from selector.fronts.multiobjective import Ints, Multiobjective
from selector.solve.decomposition.blocks import connected

_LEAST = 8
"""Columns: fewer are not worth searches of their own, and such parts are one with others."""


@dataclass(frozen=True)
class Part:
    """Some rows over some columns, as a program of its own whose objectives are told in units."""

    program: Multiobjective
    columns: Ints
    """Their positions in the whole."""

    def shifted(self, constants: tuple[int, ...]) -> "Part":
        """The same with other constants."""
        return replace(self, program=replace(self.program, constants=constants))


def parts(program: Multiobjective, least: int = _LEAST) -> tuple[Part, ...]:
    """The parts of a program, each of ``least`` columns or more: its solutions are those of its parts beside each other.

    None of them where that does not help: where columns that need not be whole count in an objective, as only whoever judges the
    whole tells then what a solution comes to. Constants are not dealt out: those of the parts are 0.
    """
    rows, columns = program.matrix.shape
    if program.extra is not None or not columns:
        return ()
    row = np.repeat(np.arange(rows), np.diff(program.matrix.indptr))
    label = connected(program.matrix, row, np.ones(len(row), dtype=np.bool_))
    of_columns = _together(label[:columns], least)
    # A row without columns is kept or broken whatever is chosen: the first part has it.
    of_rows = np.full(rows, of_columns[0])
    of_rows[row] = of_columns[program.matrix.indices]
    return tuple(
        _part(program, np.flatnonzero(of_rows == name), np.flatnonzero(of_columns == name))
        for name in np.unique(of_columns)
    )


def _together(label: Ints, least: int) -> Ints:
    """Labels numbered anew in their order, with those of a few columns made one until they are enough."""
    _, first, number, size = np.unique(label, return_index=True, return_inverse=True, return_counts=True)
    found = np.zeros(len(size), dtype=np.int64)
    following, filled = 0, 0
    few = -1
    for at in np.argsort(first, kind="stable").tolist():
        if size[at] >= least:
            found[at], following = following, following + 1
            continue
        if few < 0 or filled >= least:
            few, filled, following = following, 0, following + 1
        found[at], filled = few, filled + int(size[at])
    joined: Ints = found[number]
    return joined


def _part(program: Multiobjective, rows: Ints, columns: Ints) -> Part:
    deciding = None if program.deciding is None else int(np.searchsorted(columns, program.deciding))
    return Part(
        Multiobjective(
            matrix=csr_array(program.matrix[rows][:, columns]),
            row_lower=program.row_lower[rows],
            row_upper=program.row_upper[rows],
            lower=program.lower[columns],
            upper=program.upper[columns],
            integral=program.integral[columns],
            objectives=program.objectives[:, columns],
            deciding=deciding or None,
            settled_rows=np.flatnonzero(np.isin(rows, program.settled_rows)),
        ),
        columns,
    )
