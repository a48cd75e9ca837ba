"""What the rows of rules need to know: who wins in a row, and which buyers are served in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from selector.appraise import Measured
from selector.program.pairs import Pairs
from selector.program.program import Family

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Marked:
    """Indicator columns of pairs: ``part`` and ``lot`` of each pair, the column it makes 1, and all columns."""

    part: Ints
    lot: Ints
    whole: Ints
    columns: Ints
    row: Ints
    """Of each column: the row of rules that it stands in."""
    member: Ints
    """Of each column: the buyer or bidder that it is about."""
    worth: Ints
    """Of each column: what it counts for there."""


@dataclass(frozen=True)
class RuleColumns:
    """The indicator columns of rules, from column ``first`` on: of buyers served, then of bidders that win."""

    pairs: Pairs
    first: int

    @property
    def rows(self) -> Sequence[Measured]:
        """The rows of all rules."""
        return self.pairs.appraisal.rules

    def accept(self, pair: Ints) -> Ints:
        """Accept column of each pair; -1 where its bid is barred."""
        return self.pairs.accept_of[self.pairs.appraisal.bids.pair_bid[pair]]

    @cached_property
    def served(self) -> Marked:
        """Of rows that count buyers: a column for each."""
        return self._marked(self.first, [(at, row) for at, row in enumerate(self.rows) if row.of == "buyer"])

    @cached_property
    def winning(self) -> Marked:
        """Of rows that count bidders, or ask something only of one that wins: a column for each."""
        first = self.first + len(self.served.columns)
        return self._marked(
            first, [(at, row) for at, row in enumerate(self.rows) if row.of == "bidder" or row.needs_win], wins=True
        )

    def _marked(self, first: int, rows: Sequence[tuple[int, Measured]], *, wins: bool = False) -> Marked:
        bids = self.pairs.appraisal.bids
        nothing = np.zeros(0, dtype=np.int64)
        parts, lots, keys, worths = [nothing], [nothing], [nothing], [nothing]
        most = max(len(self.pairs.appraisal.bidders), len(self.pairs.appraisal.limits.buyers))
        for at, row in rows:
            accept = self.accept(row.pair)
            kept = accept >= 0
            member = bids.pair_bidder[row.pair] if wins or row.member is None else row.member
            worth = np.ones(len(row.pair), dtype=np.int64) if wins or row.worth is None else row.worth
            parts.append(accept[kept])
            lots.append(bids.pair_lot[row.pair][kept])
            keys.append(at * most + member[kept])
            worths.append(worth[kept])
        unique, which, place = np.unique(np.concatenate(keys), return_index=True, return_inverse=True)
        return Marked(
            part=np.concatenate(parts),
            lot=np.concatenate(lots),
            whole=first + place.astype(np.int64),
            columns=first + np.arange(len(unique)),
            row=unique // most,
            member=unique % most,
            worth=np.concatenate(worths)[which],
        )

    @property
    def stop(self) -> int:
        """Where the columns after these start."""
        return self.first + len(self.served.columns) + len(self.winning.columns)

    def families(self) -> Iterator[Family]:
        """The families of columns with their names."""
        a, served, winning = self.pairs.appraisal, self.served, self.winning
        middle = self.first + len(served.columns)
        yield Family(
            "rule_serve",
            self.first,
            middle,
            lambda k: (*self.rows[served.row[k]].key, a.limits.buyers[served.member[k]]),
        )
        yield Family(
            "rule_win",
            middle,
            self.stop,
            lambda k: (*self.rows[winning.row[k]].key, a.bidders.ids[winning.member[k]]),
        )
