"""What the checks know of a case: its arrays, and which bids no award can accept."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Case
from selector.appraise import Appraisal
from selector.decide.unusable import Unusable

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Known:
    """A case and its arrays."""

    case: Case
    appraisal: Appraisal

    @cached_property
    def unusable(self) -> Unusable:
        """The bids that no award can accept."""
        return Unusable(self.case, self.appraisal)

    @cached_property
    def usable(self) -> Bools:
        """Whether each pair's bid can be accepted at all."""
        bids = self.appraisal.bids
        kept = np.ones(len(bids), dtype=np.bool_)
        kept[list(self.unusable.reasons)] = False
        return kept[bids.pair_bid]

    @cached_property
    def service(self) -> Ints:
        """The service of each pair."""
        return self.appraisal.lots.service[self.appraisal.bids.pair_lot]

    def reasons(self, pairs: Bools) -> Iterator[str]:
        """Why those of some pairs that cannot be accepted cannot."""
        for bid in np.unique(self.appraisal.bids.pair_bid[pairs & ~self.usable]):
            yield from self.unusable.reasons[int(bid)][0]

    def bidding(self, pairs: Bools) -> tuple[Ints, Ints]:
        """The bidders of some pairs, and how many lots each of them bids for in these."""
        bids, count = self.appraisal.bids, len(self.appraisal.lots)
        keys = np.unique(bids.pair_bidder[pairs] * count + bids.pair_lot[pairs])
        bidder, lots = np.unique(keys // count, return_counts=True)
        return bidder, lots.astype(np.int64)
