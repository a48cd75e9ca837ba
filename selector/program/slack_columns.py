"""By how much soft rules give way: columns that need not be whole, under and over the limit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from selector.appraise import Measured
from selector.program.program import Family

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class SlackColumns:
    """The slack columns of the rows of rules, from column ``first`` on; -1 where a row has none on a side."""

    rows: Sequence[Measured]
    first: int

    @cached_property
    def under(self) -> Ints:
        """Of each row: the column by which it may fall below its limit."""
        return self._numbered("at_most", self.first)

    @cached_property
    def over(self) -> Ints:
        """Of each row: the column by which it may rise above it."""
        return self._numbered("at_least", self.first + int(np.count_nonzero(self.under >= 0)))

    def _numbered(self, forbidding: str, first: int) -> Ints:
        has = np.array([row.soft and row.sense != forbidding for row in self.rows], dtype=np.bool_)
        return np.where(has, first + np.cumsum(has) - 1, -1)

    @property
    def stop(self) -> int:
        """Where the columns after these start."""
        return self.first + int(np.count_nonzero(self.under >= 0) + np.count_nonzero(self.over >= 0))

    def families(self) -> Iterator[Family]:
        """The families of columns with their names."""
        under, over = np.flatnonzero(self.under >= 0), np.flatnonzero(self.over >= 0)
        middle = self.first + len(under)
        yield Family("under", self.first, middle, lambda k: self.rows[under[k]].key)
        yield Family("over", middle, self.stop, lambda k: self.rows[over[k]].key)
