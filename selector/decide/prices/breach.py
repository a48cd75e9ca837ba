"""The ways in which an award may break a statement, as rows that each such award keeps.

An award that is there only once a statement is lifted breaks some row that the statement is a reason for. What bounds all
awards that break that row, bounds it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector.decide.prices.lifting import DERIVED, Lifting
from selector.program import Program

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

CLOSING = ("bar", "competition", "accredited_competition")
"""Families of rows that leave bids out: an award breaks one where it accepts such a bid."""
_SETTLED_BY_FLOWS = ("contiguity",)
"""Families of rows over columns of which the accepted bids leave several choices: none of them is broken for sure."""
_STANDING = ("capacity", "max_lots")
"""Families whose rows give room by a column that each bid in them brings along."""
_MOST = 250
"""More ways are not looked at one by one."""
_EXACT = 2.0**52


@dataclass(frozen=True)
class Breach:
    """What every award that breaks a row keeps; the row is -1 where there is none to be broken for sure."""

    row: int = -1
    least: float = -np.inf
    """What the row comes to at the least, scaled as the row is."""
    most: float = np.inf
    any_of: Ints | None = None
    """Columns of which one at least is 1."""


@dataclass(frozen=True)
class Lifted:
    """A member lifted: the rows that hold no more, and the ways to make use of it; none where they are not told apart."""

    member: int
    freed: Ints
    breaches: tuple[Breach, ...]

    @property
    def is_idle(self) -> bool:
        """Whether no award makes use of it: lifted, it leaves the very awards that there were."""
        return not len(self.freed)


def lifted(laid: Lifting, member: int) -> Lifted:
    """A member lifted. Ways that no award can take, whatever else it does, are left out."""
    freed = laid.freed(member)
    family = laid.family_of[freed]
    if np.isin(family, _SETTLED_BY_FLOWS).any():
        return Lifted(member, freed, (Breach(),))
    told = freed[~np.isin(family, (*DERIVED, *CLOSING))]
    ways = (breach for row in told.tolist() for breach in _of_row(laid.held, row, str(laid.family_of[row])))
    # One of no columns can be 1: the row is not to be broken.
    found = [breach for breach in ways if breach.any_of is None or len(breach.any_of)]
    closed = freed[np.isin(family, CLOSING)]
    if len(closed):
        found.append(Breach(any_of=np.unique(laid.held.matrix[closed].indices).astype(np.int64)))
    if not found:
        return Lifted(member, np.zeros(0, dtype=np.int64), ())
    return Lifted(member, freed, tuple(found) if len(found) <= _MOST else (Breach(),))


def _of_row(program: Program, row: int, family: str) -> Iterator[Breach]:
    inside = slice(program.matrix.indptr[row], program.matrix.indptr[row + 1])
    columns, values = program.matrix.indices[inside].astype(np.int64), program.matrix.data[inside]
    lower, upper, factor = float(program.row_lower[row]), float(program.row_upper[row]), float(program.factor[row])
    if not len(columns):
        return  # it holds for the case, and so for whatever is accepted
    lots = _Lots(program, columns, values)
    if upper < np.inf and lots.most > upper:
        least = (
            upper
            if (step := _step(program, columns, values / factor)) is None
            else _above(upper / factor, step) * factor
        )
        if lots.most >= least:
            yield Breach(row, least=least, any_of=_needed(program, columns, values, upper, family))
    if lower > -np.inf and -_Lots(program, columns, -values).most < lower:
        most = (
            lower
            if (step := _step(program, columns, values / factor)) is None
            else -_above(-lower / factor, step) * factor
        )
        if -_Lots(program, columns, -values).most <= most:
            yield Breach(row, most=most, any_of=_needed(program, columns, -values, -lower, family))


def _step(program: Program, columns: Ints, values: Floats) -> float | None:
    """What every value of a row is a multiple of; None where there is no telling."""
    if not program.integral[columns].all() or (values != np.rint(values)).any() or np.abs(values).max() > _EXACT:
        return None
    return float(np.gcd.reduce(np.abs(values).astype(np.int64)))


def _above(limit: float, step: float) -> float:
    """The least multiple of a step above a limit."""
    return float((np.floor(limit / step) + 1) * step)


def _needed(program: Program, columns: Ints, values: Floats, upper: float, family: str) -> Ints | None:
    """Columns of which one at least is 1 in each award in which the row passes its upper limit."""
    if upper < 0 or not program.integral[columns].all():
        return None
    whole = columns[values < 0]
    if family in _STANDING and len(whole) == 1:
        return whole  # whoever wins something there stands for it
    # Where the limit is above 0, that one is 1 says next to nothing beside that it is passed.
    found = columns[values > 0]
    return found if upper == 0 and (program.upper[found] == 1).all() else None


@dataclass(frozen=True)
class _Lots:
    """A row over all awards: each accepts one bid for each lot, and nothing is known of other columns but their limits."""

    program: Program
    columns: Ints
    values: Floats

    @property
    def most(self) -> float:
        """What the row comes to at the most, rounding included."""
        p = self.program
        accepts = self.columns < p.accepts
        over = np.zeros(p.accepts)
        over[self.columns[accepts]] = self.values[accepts]
        pairs = np.isin(p.pair_accept, self.columns[accepts])
        lots_of = np.bincount(p.pair_accept, minlength=p.accepts)[p.pair_accept[pairs]]
        best = np.zeros(int(p.pair_lot.max(initial=-1)) + 1)
        # A lot may go to a bid that does not stand in the row.
        np.maximum.at(best, p.pair_lot[pairs], over[p.pair_accept[pairs]] / lots_of)
        rest = ~accepts & (self.values > 0)
        beside = float(self.values[rest] @ p.upper[self.columns[rest]])
        found = float(best.sum()) + beside
        return found + 1e-9 * max(abs(found), 1.0)
