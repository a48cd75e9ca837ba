"""Rows of rules that have no limit to move: once such a rule is given up, they ask nothing."""

import numpy as np
from numpy.typing import NDArray

from selector.decide.member import Member
from selector.program import Program

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_LEAST = 1.0
FAMILIES = ("rule", "pick")
"""Families of members whose rows give way as a whole where they have no limit."""


def is_given_up(member: Member) -> bool:
    """Whether rows of a member give way as a whole."""
    return member.family in FAMILIES and member.limit is None


def most_broken(program: Program, row: int) -> tuple[float, float]:
    """What no choice of bids falls short of a row by, and what none goes beyond it by; 0 where none does at all.

    At least 1, the size of what stands in a row: a column of less would be a switch that a solver cannot see.
    """
    matrix = program.matrix
    entries = slice(matrix.indptr[row], matrix.indptr[row + 1])
    column, value = matrix.indices[entries].astype(np.int64), matrix.data[entries]
    least = -_most(program, column, -value)
    most = _most(program, column, value)
    short = program.row_lower[row] - least if np.isfinite(program.row_lower[row]) else 0.0
    beyond = most - program.row_upper[row] if np.isfinite(program.row_upper[row]) else 0.0
    return _seen(short), _seen(beyond)


def _seen(broken: float) -> float:
    return max(float(broken), _LEAST) if broken > 0 else 0.0


def _most(program: Program, column: Ints, value: Floats) -> float:
    """No choice of bids makes of some entries more than this: of the bids for a lot one is accepted."""
    decides = column < program.accepts
    others = np.maximum(value[~decides], 0) * program.upper[column[~decides]]
    lot = _first_lot(program)[column[decides]]
    gains = np.zeros(int(lot.max(initial=-1)) + 1)
    np.maximum.at(gains, lot, value[decides])
    return float(gains.sum() + others.sum())


def _first_lot(program: Program) -> Ints:
    """Of each accept column, a lot that it is for."""
    found = np.zeros(program.accepts, dtype=np.int64)
    found[program.pair_accept] = program.pair_lot
    return found
