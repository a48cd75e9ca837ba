"""What is proven of one program, as far as it holds for another that allows no more.

A bid is gone, a rule is new, a limit is tighter: every solution of the new program is one of the old, once columns that
are gone are 0. Whether that is so is read from the rows themselves, never from what was asked.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from selector.program import Program, excess_of_awards

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# Rows looked at one by one: where so many differ, another program was asked for.
_MOST_ROWS = 1_000


@dataclass(frozen=True)
class Labelled:
    """A program whose columns and rows can be found again in another: labels that are all different."""

    program: Program
    columns: Ints
    rows: Ints


def fallen(program: Program, bound: float, was: Floats, now: Floats) -> float:
    """A bound for the goal ``now``, from one for the goal ``was`` over the same rows.

    Exactly one bid for each lot is accepted: so what lots have become cheaper by counts once, not with every bid.
    """
    change = now - was
    if not change.any():
        return bound
    over, least = excess_of_awards(program, change)
    falls = np.flatnonzero(over < 0)
    return bound + float(least.sum() + over[falls] @ program.upper[falls])


def inherited(old: Labelled, goal: Floats, bound: float, new: Labelled, now: Floats) -> float:
    """A bound for the goal ``now`` over ``new``, from that of ``goal`` over ``old``; minus infinity where none follows."""
    place = _found(old.columns, new.columns)
    if not _narrower(old, new, place):
        return -math.inf
    known = np.zeros(len(now))
    known[place[place >= 0]] = goal[place >= 0]
    return fallen(new.program, bound, known, now)


def _narrower(old: Labelled, new: Labelled, place: Ints) -> bool:
    """Whether every solution of ``new`` is one of ``old``, its columns at ``place``, and those that are not there 0."""
    before, after = old.program, new.program
    kept = np.flatnonzero(place >= 0)
    at = place[kept]
    if len(np.unique(at)) < len(at):
        return False
    if (after.upper[at] > before.upper[kept]).any() or (before.integral[kept] & ~after.integral[at]).any():
        return False
    rows = _found(old.rows, new.rows)
    there = rows >= 0
    # Exact: rows were scaled by powers of two.
    less = _rows(before, np.arange(len(rows)), place, after.matrix.shape[1]) - _rows(
        after, np.where(there, rows, 0), np.arange(after.matrix.shape[1]), after.matrix.shape[1], there
    )
    lower, upper = before.row_lower / before.factor, before.row_upper / before.factor
    now_lower = np.where(there, after.row_lower[rows] / after.factor[rows], 0.0)
    now_upper = np.where(there, after.row_upper[rows] / after.factor[rows], 0.0)
    rest = _Rest(after, csr_array(less))
    above = _unproven(rest.matrix, 1.0, now_upper <= upper) & np.isfinite(upper)
    below = _unproven(rest.matrix, -1.0, now_lower >= lower) & np.isfinite(lower)
    if np.count_nonzero(above) + np.count_nonzero(below) > _MOST_ROWS:
        return False
    return all(rest.implied(row, 1.0, upper[row] - now_upper[row]) for row in np.flatnonzero(above).tolist()) and all(
        rest.implied(row, -1.0, now_lower[row] - lower[row]) for row in np.flatnonzero(below).tolist()
    )


def _found(labels: Ints, among: Ints) -> Ints:
    """Where labels stand among others; -1 where they do not."""
    if not len(among):
        return np.full(len(labels), -1)
    order = np.argsort(among)
    at = order[np.minimum(np.searchsorted(among, labels, sorter=order), len(among) - 1)]
    return np.where(among[at] == labels, at, -1)


def _rows(program: Program, rows: Ints, place: Ints, columns: int, there: NDArray[np.bool_] | None = None) -> csr_array:
    """Rows as they were before they were scaled, over columns at their ``place``; nothing of rows that are not there."""
    matrix = program.matrix[rows].tocoo()
    row, column = matrix.row, place[matrix.col]
    data = matrix.data / program.factor[rows][row]
    kept = (column >= 0) & (True if there is None else there[row])
    return csr_array((data[kept], (row[kept], column[kept])), shape=(len(rows), columns))


def _unproven(less: csr_array, sign: float, limits: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Rows that a row of like or larger figures, with a limit as tight, does not imply at once."""
    row = np.repeat(np.arange(less.shape[0]), np.diff(less.indptr))
    found: NDArray[np.bool_] = ~limits
    found[row[sign * less.data > 0]] = True
    return found


@dataclass(frozen=True)
class _Rest:
    """By how much the figures of old rows are above those of the new rows in their place."""

    program: Program
    matrix: csr_array

    def implied(self, row: int, sign: float, spare: float) -> bool:
        """Whether what a row says follows from the new one and from each lot's going to exactly one bid.

        Rows of money are laid as the excess over the least for each lot, which is another once a bid is gone.
        """
        least = np.zeros(self.matrix.shape[1])
        inside = slice(self.matrix.indptr[row], self.matrix.indptr[row + 1])
        least[self.matrix.indices[inside]] = -sign * self.matrix.data[inside]
        if (least == np.rint(least)).all():  # without any rounding, where figures are whole units, as they mostly are
            over_units, of_lots = excess_of_awards(self.program, least.astype(np.int64))
            return bool((over_units >= 0).all()) and -int(of_lots.sum()) <= spare
        over, least_of_lots = excess_of_awards(self.program, least)
        return bool((over >= 0).all()) and -float(least_of_lots.sum()) <= spare
