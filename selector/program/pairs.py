"""The open bids and the lots they are for, as positions."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from selector.appraise import Appraisal

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Pairs:
    """The pairs of an open bid and a lot that it is for; each open bid has an accept column."""

    appraisal: Appraisal

    @cached_property
    def bid(self) -> Ints:
        """Position of each accept column's bid."""
        return np.flatnonzero(self.appraisal.bids.open)

    @cached_property
    def accept_of(self) -> Ints:
        """Accept column of each bid; -1 where it is barred."""
        column = np.full(len(self.appraisal.bids), -1)
        column[self.bid] = np.arange(len(self.bid))
        return column

    @cached_property
    def pair(self) -> Ints:
        """Position of each pair among all of the appraisal, barred ones included."""
        return np.flatnonzero(self.appraisal.bids.open[self.appraisal.bids.pair_bid])

    @cached_property
    def accept(self) -> Ints:
        """Accept column of each pair."""
        return self.accept_of[self.appraisal.bids.pair_bid[self.pair]]

    @cached_property
    def lot(self) -> Ints:
        """Lot of each pair."""
        return self.appraisal.bids.pair_lot[self.pair]

    @cached_property
    def bidder(self) -> Ints:
        """Bidder of each pair."""
        return self.appraisal.bids.bidder[self.bid[self.accept]]

    @cached_property
    def service(self) -> Ints:
        """Service of each pair."""
        return self.appraisal.lots.service[self.lot]

    @cached_property
    def buyer(self) -> Ints:
        """Buyer of each pair."""
        return self.appraisal.lots.buyer[self.lot]
