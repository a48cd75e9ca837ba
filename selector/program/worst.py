"""What an award costs in the worst case: some bidders, whichever hurt most, are dearer than their bids say.

The dual of the adversary's choice, laid as rows (Bertsimas and Sim 2004, "The price of robustness", theorem 1): with
D_j what bidder j's accepted bids would rise by, the sum of the G largest D_j is the least of G z + sum of p_j over
z, p_j >= 0 with z + p_j >= D_j.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, vstack

from selector.program.program import Family, Program
from selector.program.soft import Soft

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Rises:
    """What each accept column's bid may rise by, whose it is, and how many bidders rise at once."""

    amount: Ints
    """Pence; 0 where nothing may."""
    bidder: Ints
    budget: int

    def of_bidders(self, columns: Ints) -> dict[int, int]:
        """Pence by which the accepted bids of each bidder would rise, of those that would, the most first."""
        accepted = np.flatnonzero((columns[: len(self.amount)] > 0) & (self.amount > 0))
        found: dict[int, int] = {}
        for bidder, amount in zip(self.bidder[accepted].tolist(), self.amount[accepted].tolist(), strict=True):
            found[bidder] = found.get(bidder, 0) + amount
        return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))

    def worst(self, columns: Ints) -> int:
        """Pence that the worst case adds."""
        return sum(list(self.of_bidders(columns).values())[: self.budget])


@dataclass(frozen=True)
class Worst(Soft):
    """The soft rows of a program, and after them one more, which is broken by the pence that the worst case adds."""

    rises: Rises
    bidders: Ints
    """Those that may rise, in the order of ``beyond``."""
    beyond: Ints
    """Column p of each."""
    threshold: int
    """Column z."""
    scale: float
    """Pence in one unit of these columns."""

    @property
    def row(self) -> int:
        """Position of the worst case among the rows."""
        return len(self.rows)

    def violations(self, columns: Ints) -> tuple[Fraction, ...]:
        """As of soft rows; of the last, pence that the worst case adds."""
        return (*super().violations(columns), Fraction(self.rises.worst(columns)))

    def figures(self, worth: Sequence[tuple[int, Fraction]], figures: Floats) -> None:
        """As of soft rows."""
        super().figures(self._others(worth), figures)
        for row, each in worth:
            if row == self.row:
                figures[self.threshold] += float(each) * self.rises.budget * self.scale
                figures[self.beyond] += float(each) * self.scale

    def constant(self, worth: Sequence[tuple[int, Fraction]]) -> float:
        """As of soft rows."""
        return super().constant(self._others(worth))

    def fill(self, columns: Ints, filled: Floats) -> None:
        """As of soft rows: z is what the last bidder to rise rises by."""
        super().fill(columns, filled)
        of_bidders = self.rises.of_bidders(columns)
        largest = list(of_bidders.values())
        least = largest[self.rises.budget - 1] if 0 < self.rises.budget <= len(largest) else 0
        if not self.rises.budget:
            least = max(largest, default=0)
        filled[self.threshold] = least / self.scale
        filled[self.beyond] = [
            max(of_bidders.get(bidder, 0) - least, 0) / self.scale for bidder in self.bidders.tolist()
        ]

    def _others(self, worth: Sequence[tuple[int, Fraction]]) -> list[tuple[int, Fraction]]:
        return [(row, each) for row, each in worth if row != self.row]


def with_worst(program: Program, rises: Rises, names: Sequence[str]) -> tuple[Program, int]:
    """A program whose awards can be held against their worst case, and the soft row that stands for it.

    ``names`` are the ids of the bidders. Without any bid that may rise the program is as it was but for that row.
    """
    rows, columns = program.matrix.shape
    may = np.flatnonzero(rises.amount > 0)
    bidders, row = np.unique(rises.bidder[may], return_inverse=True)
    scale = math.ldexp(1.0, math.frexp(float(rises.amount.max(initial=1)))[1])
    beyond = columns + 1 + np.arange(len(bidders))
    matrix = coo_array(
        (
            np.concatenate([rises.amount[may] / scale, -np.ones(2 * len(bidders))]),
            (
                np.concatenate([row, np.arange(len(bidders)), np.arange(len(bidders))]),
                np.concatenate([may, np.full(len(bidders), columns), beyond]),
            ),
        ),
        shape=(len(bidders), columns + 1 + len(bidders)),
    )
    old = program.matrix
    wider = csr_array((old.data, old.indices, old.indptr), shape=(rows, columns + 1 + len(bidders)))
    soft = program.soft or _NONE
    more = 1 + len(bidders)
    # Without an end to them a bound by prices of the rows would be none at most prices.
    most = _most(program, rises)[bidders] / scale
    extended = replace(
        program,
        matrix=csr_array(vstack([wider, matrix.tocsr()])),
        row_lower=np.append(program.row_lower, np.full(len(bidders), -np.inf)),
        row_upper=np.append(program.row_upper, np.zeros(len(bidders))),
        factor=np.append(program.factor, np.full(len(bidders), 1 / scale)),
        upper=np.concatenate([program.upper, [most.max(initial=0.0)], most]),
        integral=np.append(program.integral, np.zeros(more, dtype=np.bool_)),
        group=np.append(program.group, np.full(more, -1)) if len(program.group) else program.group,
        soft=Worst(
            rows=soft.rows,
            accept=soft.accept,
            base_accept=soft.base_accept,
            under=soft.under,
            over=soft.over,
            size=soft.size,
            missed=soft.missed,
            rises=rises,
            bidders=bidders,
            beyond=beyond,
            threshold=columns,
            scale=scale,
        ),
        settled_rows=np.append(program.settled_rows, rows + np.arange(len(bidders))),
        columns=(
            *program.columns,
            Family("threshold", columns, columns + 1, lambda _: ()),
            Family("beyond", columns + 1, columns + more, lambda k: (names[bidders[k]],)),
        ),
        rows=(*program.rows, Family("rise", rows, rows + len(bidders), lambda k: (names[bidders[k]],))),
    )
    return extended, len(soft.rows)


def _most(program: Program, rises: Rises) -> Floats:
    """Pence that each bidder's bids rise by at the most: of each lot the largest part of one."""
    accept, lot = program.pair_accept, program.pair_lot
    part = rises.amount[accept] / np.bincount(accept, minlength=program.accepts)[accept]
    lots = int(lot.max(initial=-1)) + 1
    largest = np.zeros((int(rises.bidder.max(initial=-1)) + 1) * lots)
    np.maximum.at(largest, rises.bidder[accept] * lots + lot, part)
    most: Floats = np.ceil(largest.reshape(-1, lots).sum(axis=1) if lots else np.zeros(0))
    return most


_NOTHING = np.zeros(0, dtype=np.int64)
_NONE = Soft(
    rows=(),
    accept=(),
    base_accept=(),
    under=_NOTHING,
    over=_NOTHING,
    size=np.zeros(0),
    missed=np.zeros(0),
)
