"""Rows that a limit on several lots implies, found where a relaxation breaks them.

Of the lots in a set that one provider may win, at most some number fits into its room together: its bids for them sum
to no more. These are the rank rows of a knapsack (Balas 1975, "Facets of the knapsack polytope"; Wolsey 1975), with
bids for one lot taken as one, since one at most is accepted. Of few lots every set is looked at; of more, the extended
cover of a greedy choice. A solver finds such rows too, among thousands of others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.highs import Row

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# Of so many lots every set is looked at.
_ALL_SETS_OF = 12
# Rows taken of one limit at a time, and by how much a relaxation must break one.
_EACH, _BROKEN = 3, 1e-3
# What breaks a row by less than this breaks it by rounding, or within a solver's tolerance: it is taken to fit.
_ROUNDING = 1e-8


@dataclass(frozen=True)
class Room:
    """A limit ``weight of the lots won <= size``, or ``<= size x whole`` where ``whole`` is a column and not -1."""

    columns: Ints
    """Accept columns of bids for one lot each."""
    lot: Ints
    """Place in ``weight`` of the lot of each."""
    weight: Floats
    """The least that a bid for each lot takes, the lightest lot first."""
    size: float
    whole: int

    def broken(self, values: Floats) -> Iterator[Row]:
        """The implied rows that values of all columns break the furthest."""
        won: Floats = np.bincount(self.lot, values[self.columns], minlength=len(self.weight)).astype(np.float64)
        whole = float(values[self.whole]) if self.whole >= 0 else 1.0
        if won @ self.weight <= 0:
            return
        if len(won) <= _ALL_SETS_OF:
            sets, rank = _sets(len(won)), self._ranks
        else:
            sets = self._extended_cover(won, whole)
            rank = self._rank(sets)
        over = sets @ won - rank * whole
        far = np.flatnonzero(over > _BROKEN)
        depth = over[far] / np.sqrt(sets[far].sum(axis=1) + rank[far] ** 2)
        for at in far[np.argsort(-depth, kind="stable")[:_EACH]]:
            yield self._row(sets[at], float(rank[at]))

    @cached_property
    def _ranks(self) -> Floats:
        return self._rank(_sets(len(self.weight)))

    def _rank(self, sets: Floats) -> Floats:
        """How many lots of each set fit together: the lightest."""
        fit = np.cumsum(sets * self.weight, axis=1) <= _at_most(self.size)
        rank: Floats = (fit & (sets > 0)).sum(axis=1).astype(np.float64)
        return rank

    def _row(self, lots: Floats, rank: float) -> Row:
        columns = self.columns[lots[self.lot] > 0]
        if self.whole < 0:
            return Row(columns, np.ones(len(columns)), rank)
        return Row(np.append(columns, self.whole), np.append(np.ones(len(columns)), -rank), 0.0)

    def _extended_cover(self, won: Floats, whole: float) -> Floats:
        """A set that does not fit, of the lots that are won the most for what they take; and all lots as heavy."""
        order = np.argsort((whole - won) / self.weight, kind="stable")
        cover = order[: int(np.searchsorted(np.cumsum(self.weight[order]), _at_most(self.size), side="right")) + 1]
        load = float(self.weight[cover].sum())
        for each in cover[np.argsort(won[cover], kind="stable")]:
            if load - self.weight[each] > _at_most(self.size):
                load -= self.weight[each]
                cover = cover[cover != each]
        sets = np.zeros((1, len(won)))
        sets[0, cover] = 1
        sets[0, self.weight >= self.weight[cover].max()] = 1
        return sets


def rooms(program: Program) -> Iterator[Room]:
    """The limits of a program that not all their lots fit into."""
    binary = program.integral & (program.upper == 1)
    lot_of = np.full(len(binary), -1)
    lot_of[program.pair_accept] = program.pair_lot
    # A package takes room for several lots; without it a limit is still one.
    lot_of[(np.bincount(program.pair_accept, minlength=len(binary)) > 1) | ~binary] = -1
    rows = program.matrix.shape[0]
    row = np.repeat(np.arange(rows), np.diff(program.matrix.indptr))
    for sign, limit in ((1.0, program.row_upper), (-1.0, -program.row_lower)):
        values = sign * program.matrix.data
        gives = values < 0
        takes = (values > 0) & (lot_of[program.matrix.indices] >= 0)
        # Before each is looked at: what is taken must pass the limit, or the one column that gives room.
        given = np.bincount(row[gives], -values[gives], minlength=rows)
        single = (np.bincount(row[gives], minlength=rows) == 1) & (limit == 0)
        size = np.where(single, given, np.where(given == 0, limit, np.inf))
        possible = (size > 0) & (np.bincount(row[takes], values[takes], minlength=rows) > size)
        possible[program.settled_rows] = False
        for at in np.flatnonzero(possible):
            here = np.arange(program.matrix.indptr[at], program.matrix.indptr[at + 1])
            whole = program.matrix.indices[here[gives[here]]]
            if len(whole) and not binary[whole[0]]:
                continue
            here = here[takes[here]]
            columns = program.matrix.indices[here].astype(np.int64)
            found = _room(columns, lot_of[columns], values[here], float(size[at]), int(whole[0]) if len(whole) else -1)
            if found is not None:
                yield found


def _room(columns: Ints, lot_of: Ints, values: Floats, size: float, whole: int) -> Room | None:
    """The room of a row, of which each lot takes the least that a bid for it does; None where all lots fit."""
    lots, lot = np.unique(lot_of, return_inverse=True)
    weight = np.full(len(lots), np.inf)
    np.minimum.at(weight, lot, values)
    if weight.sum() <= _at_most(size):
        return None
    order = np.argsort(weight, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return Room(columns, place[lot], weight[order], size, whole)


def _at_most(size: float) -> float:
    return size + _ROUNDING * max(size, 1.0)


@lru_cache(maxsize=_ALL_SETS_OF)
def _sets(lots: int) -> Floats:
    """Every set of so many lots, a row each."""
    sets: Floats = ((np.arange(2**lots)[:, np.newaxis] >> np.arange(lots)) & 1).astype(np.float64)
    return sets
