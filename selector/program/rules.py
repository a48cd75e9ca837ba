"""The rules of the board: what is won, held against a limit; soft rules may give way."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import RuleSense
from selector.appraise import Measured, most_of_lots
from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.excess import excess
from selector.program.indicator import indicator

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
# Of the largest entry of a row, between what sizes a solver tells apart what stands beside it.
_LEAST_OF_THE_LARGEST, _MOST_OF_THE_LARGEST = 1e-6, 1e3


def rows(columns: Columns) -> Iterator[Block]:
    """Who wins and who is served in the rows of rules; then a row for each that is hard, and for each that is soft."""
    served, winning = columns.rules.served, columns.rules.winning
    yield from indicator("rule_serve", served.part, served.whole, served.columns, lot=served.lot)
    yield from indicator("rule_win", winning.part, winning.whole, winning.columns, lot=winning.lot)
    laid = _Laid(columns)
    yield laid.block("rule", [at for at, row in enumerate(columns.rules.rows) if not row.soft])
    yield laid.block("soft_rule", [at for at, row in enumerate(columns.rules.rows) if row.soft])


def slacks(columns: Columns) -> tuple[Floats, Floats]:
    """Of each row of rules: units of N in one of its slack, and how many it is missed by in any award; 0 where hard."""
    laid = _Laid(columns)
    rows = [laid.row(at) if row.soft else None for at, row in enumerate(columns.rules.rows)]
    size = np.array([0.0 if row is None else row.size for row in rows])
    return size, np.array([0.0 if row is None else row.missed for row in rows])


@dataclass(frozen=True)
class _Row:
    """A row as it is laid: its entries, what they are held against, and the size of its slack."""

    column: Ints
    value: Floats
    against: float
    sense: RuleSense

    @property
    def missed(self) -> float:
        """By how much every award misses the row: taken off its slack, which would dwarf what awards differ by."""
        least, most = float(np.minimum(self.value, 0).sum()), float(np.maximum(self.value, 0).sum())
        under = 0.0 if self.sense == "at_most" else self.against - most
        over = 0.0 if self.sense == "at_least" else least - self.against
        return max(under, over, 0.0)

    @property
    def asked(self) -> float:
        """What the row is held against once that is taken off."""
        return self.against + (self.missed if self._is_over else -self.missed)

    @property
    def _is_over(self) -> bool:
        """Whether what is missed is missed from above."""
        return self.sense != "at_least" and float(np.minimum(self.value, 0).sum()) > self.against

    @property
    def size(self) -> float:
        """As much as awards miss the row by: much larger, and what they differ by would be nothing to a solver."""
        largest = float(np.abs(self.value).max(initial=0))
        if not largest:
            return max(abs(self.asked), 1.0)
        short = max(self.asked, 0.0) + float(np.maximum(-self.value, 0).max())
        beyond = max(-self.asked, 0.0) + float(np.maximum(self.value, 0).max())
        missed = {"at_least": short, "at_most": beyond, "exactly": max(short, beyond)}[self.sense]
        return float(np.clip(missed, largest * _LEAST_OF_THE_LARGEST, largest * _MOST_OF_THE_LARGEST))


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
        c, row = self.columns, self.row(number)
        entries.add(at, row.column, row.value)
        for slack, sign in ((c.slacks.under[number], 1), (c.slacks.over[number], -1)):
            if slack >= 0:
                entries.add(at, slack, sign * row.size)
        return row.asked if c.rules.rows[number].soft else row.against

    def row(self, number: int) -> _Row:
        """One row without its slacks."""
        c, row = self.columns, self.columns.rules.rows[number]
        over, least = excess(self._over_pairs(row), c.lot, len(c.appraisal.lots))
        of_bids = np.bincount(c.accept, weights=over, minlength=len(c.bid))
        accepts = np.flatnonzero(of_bids)
        column, value = [accepts], [of_bids[accepts]]
        against = -float(least.sum())
        if row.of is not None:
            marked = c.rules.served if row.of == "buyer" else c.rules.winning
            mine = marked.row == number
            column.append(marked.columns[mine])
            value.append(marked.worth[mine].astype(np.float64))
        asked = float(row.limit) * (row.fixed or 0)
        if row.needs_win:
            # Of a share of what others win too nothing is asked of those that do not win: less, by the most it can be.
            most = (
                asked
                if row.fixed is not None
                else float(row.limit) * most_of_lots(row.base, c.appraisal.bids.pair_lot[row.base_pair])
            )
            win = c.rules.winning.columns[c.rules.winning.row == number]
            column.append(win)
            value.append(np.full(len(win), -most))
            against -= 0.0 if row.fixed is not None else most
        else:
            against += asked
        return _Row(np.concatenate(column), np.concatenate(value), against, row.sense)

    def _over_pairs(self, row: Measured) -> Floats:
        """What each open pair adds to N - limit x M."""
        values = np.zeros(len(self.columns.pair))
        for pair, value in ((row.pair, row.count), (row.base_pair, -float(row.limit) * row.base)):
            place = self._place[pair[: len(value)]]
            np.add.at(values, place[place >= 0], value[place >= 0])
        return values
