"""Which outposts may be kept: a column for each bidder, service and area that asks for staff."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from selector.program.pairs import Pairs
from selector.program.program import Family

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class OutpostColumns:
    """The outpost columns, from column ``first`` on."""

    pairs: Pairs
    first: int

    @cached_property
    def _found(self) -> tuple[Ints, Ints, Ints]:
        """Positions of the pairs that ask for an outpost; keys (bidder, entry) of the columns; the column of each pair."""
        p, outposts = self.pairs, self.pairs.appraisal.outposts
        entry_of = np.full((len(p.appraisal.services), len(outposts.areas) + 1), -1)  # the last: no area
        entry_of[outposts.service, outposts.area] = np.arange(len(outposts.service))
        entry = entry_of[p.service, outposts.of_buyer[p.buyer]]
        asked = np.flatnonzero((entry >= 0) & ~p.appraisal.bidders.at_home[p.bidder])
        keys, column = np.unique(p.bidder[asked] * len(outposts.service) + entry[asked], return_inverse=True)
        return asked, keys, column.astype(np.int64)

    @property
    def pair(self) -> Ints:
        """Positions of the pairs that ask for an outpost."""
        return self._found[0]

    @property
    def column(self) -> Ints:
        """Outpost column of each of those pairs."""
        return self.first + self._found[2]

    @property
    def bidder(self) -> Ints:
        """Bidder of each column."""
        return self._found[1] // max(len(self.pairs.appraisal.outposts.service), 1)

    @property
    def entry(self) -> Ints:
        """What each column keeps, as the position among the outposts of the appraisal."""
        return self._found[1] % max(len(self.pairs.appraisal.outposts.service), 1)

    @property
    def stop(self) -> int:
        """Where the columns after these start."""
        return self.first + len(self._found[1])

    def families(self) -> Iterator[Family]:
        """The family of columns with its names."""
        a = self.pairs.appraisal
        yield Family(
            "outpost",
            self.first,
            self.stop,
            lambda k: (
                a.bidders.ids[self.bidder[k]],
                a.services.ids[a.outposts.service[self.entry[k]]],
                a.outposts.areas[a.outposts.area[self.entry[k]]],
            ),
        )
