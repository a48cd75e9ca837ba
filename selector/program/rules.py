"""The rules of the board: what is won, held against a limit; soft rules may give way."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from selector.appraise import Measured
from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.excess import excess
from selector.program.indicator import indicator

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
# Of what stands in a row, what a solver is sure not to take for nothing.
_LEAST_OF_THE_LARGEST = Fraction(1, 10**6)


def rows(columns: Columns) -> Iterator[Block]:
    """Who wins and who is served in the rows of rules; then a row for each that is hard, and for each that is soft."""
    served, winning = columns.rules.served, columns.rules.winning
    yield from indicator("rule_serve", served.part, served.whole, served.columns, lot=served.lot)
    yield from indicator("rule_win", winning.part, winning.whole, winning.columns, lot=winning.lot)
    laid = _Laid(columns)
    yield laid.block("rule", [at for at, row in enumerate(columns.rules.rows) if not row.soft])
    yield laid.block("soft_rule", [at for at, row in enumerate(columns.rules.rows) if row.soft])


def scale(row: Measured) -> float:
    """Units of N in one of the slack of a row: its whole limit, so that slacks of all rows are of a like size."""
    largest = max((int(np.abs(values).max(initial=0)) for values in (row.count, row.base, _worths(row))), default=0)
    return float(max(row.unit * row.relative, largest * _LEAST_OF_THE_LARGEST))


def _worths(row: Measured) -> Ints:
    return np.zeros(0, dtype=np.int64) if row.worth is None else row.worth


@dataclass(frozen=True)
class _Laid:
    columns: Columns

    @cached_property
    def _place(self) -> Ints:
        """Of each pair: its position among the open ones; -1 where its bid is barred."""
        place = np.full(len(self.columns.appraisal.bids.pair_bid), -1)
        place[self.columns.pair] = np.arange(len(self.columns.pair))
        return place

    def block(self, name: str, which: list[int]) -> Block:
        entries, limits = Entries(), np.zeros(len(which))
        for at, number in enumerate(which):
            limits[at] = self._enter(entries, at, number)
        rules = self.columns.rules.rows
        senses = np.array([rules[number].sense for number in which], dtype=object)
        return entries.block(
            name,
            np.where(senses == "at_most", -np.inf, limits),
            np.where(senses == "at_least", np.inf, limits),
            len(which),
            lambda k: rules[which[k]].key,
        )

    def _enter(self, entries: Entries, at: int, number: int) -> float:
        """Enter one row, and return what it is held against."""
        c, row = self.columns, self.columns.rules.rows[number]
        values, limit = self._over_pairs(row), float(row.limit)
        over, least = excess(values, c.lot, len(c.appraisal.lots))
        entered = np.flatnonzero(over)
        entries.add(at, c.accept[entered], over[entered])
        against = -float(least.sum())
        for marked in (c.rules.served, c.rules.winning) if row.of is not None else ():
            mine = np.flatnonzero(marked.row == number)
            if row.of == ("buyer" if marked is c.rules.served else "bidder"):
                entries.add(at, marked.columns[mine], marked.worth[mine])
        asked = limit * (row.fixed or 0)
        if row.needs_win:
            win = c.rules.winning.columns[c.rules.winning.row == number]
            # Of a share of what others win too, more than nothing is asked of those that win: any share, of those that do not.
            most = asked if row.fixed is not None else limit * self._most(row)
            entries.add(at, win, -most)
            against -= 0.0 if row.fixed is not None else most
        else:
            against += asked
        size = scale(row)
        for slack, sign in ((c.slacks.under[number], 1), (c.slacks.over[number], -1)):
            if slack >= 0:
                entries.add(at, slack, sign * size)
        return against

    def _over_pairs(self, row: Measured) -> Floats:
        """What each open pair adds to N - limit x M."""
        values = np.zeros(len(self.columns.pair))
        for pair, value in ((row.pair, row.count), (row.base_pair, -float(row.limit) * row.base)):
            place = self._place[pair[: len(value)]]
            np.add.at(values, place[place >= 0], value[place >= 0])
        return values

    def _most(self, row: Measured) -> float:
        """The most that M can be."""
        lot = self.columns.appraisal.bids.pair_lot[row.base_pair]
        most = np.zeros(len(self.columns.appraisal.lots))
        np.maximum.at(most, lot, row.base)
        return float(most.sum())
