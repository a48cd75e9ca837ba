"""What single bids, if they are accepted, load onto their bidders: volume and lots of each service, and work in all."""

import math
from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from selector.appraise import Appraisal

Ints = NDArray[np.int64]


class Loads:
    """The loads of all bids; of a package, those of all its lots together."""

    def __init__(self, appraisal: Appraisal) -> None:
        self._appraisal = appraisal
        bids, services = appraisal.bids, len(appraisal.services)
        keys, self._at = np.unique(
            bids.pair_bid * services + appraisal.lots.service[bids.pair_lot], return_inverse=True
        )
        self.bid: Ints = keys // services
        """The bid of each pair of a bid and a service that it is for."""
        self.service: Ints = keys % services
        """The service of each such pair."""
        self.lots: Ints = np.bincount(self._at, minlength=len(keys)).astype(np.int64)
        """How many lots of the service the bid is for."""

    @cached_property
    def volume(self) -> Ints:
        """By bid and service: the volume of those lots."""
        total = np.zeros(len(self.bid), dtype=np.int64)
        np.add.at(total, self._at, self._appraisal.lots.volume[self._appraisal.bids.pair_lot])
        return total

    @cached_property
    def wte(self) -> Ints:
        """By bid: the work of its lots, and of the outposts that they ask for."""
        a = self._appraisal
        total = a.bids.of_bids(a.lots.wte[a.bids.pair_lot])
        entry_of = np.full((len(a.services), len(a.outposts.areas) + 1), -1)  # the last: no area
        entry_of[a.outposts.service, a.outposts.area] = np.arange(len(a.outposts.service))
        lot = a.bids.pair_lot
        entry = entry_of[a.lots.service[lot], a.outposts.of_buyer[a.lots.buyer[lot]]]
        asked = (entry >= 0) & ~a.bidders.at_home[a.bids.pair_bidder]
        bid, kept = np.unique(np.stack([a.bids.pair_bid[asked], entry[asked]]), axis=1)
        np.add.at(total, bid, a.outposts.wte[kept])
        return total

    def too_large(self) -> Iterator[tuple[int, int, int]]:
        """Bids with a bidder and a service: that bidder, or that partner, cannot take the volume on."""
        for k, bidder, share in self._taken_on(self.bid):
            service = int(self.service[k])
            if _passes(int(self.volume[k]) * share, self._appraisal.bidders.capacity[bidder, service]):
                yield int(self.bid[k]), bidder, service

    def too_much_work(self) -> Iterator[tuple[int, int]]:
        """Bids with a bidder: that bidder, or that partner, cannot take the work on."""
        for bid, bidder, share in self._taken_on(np.arange(len(self._appraisal.bids))):
            if _passes(int(self.wte[bid]) * share, self._appraisal.bidders.capacity_wte[bidder]):
                yield bid, bidder

    def _taken_on(self, bids: Ints) -> Iterator[tuple[int, int, int]]:
        """Positions among some bids, with who takes how many millionths of them on, if it has any limit."""
        bidders = self._appraisal.bidders
        limited = np.isfinite(bidders.capacity).any(axis=1) | np.isfinite(bidders.capacity_wte)
        of = self._appraisal.bids.bidder[bids]
        for k in np.flatnonzero(limited[of]):
            yield int(k), int(of[k]), 10**6
        for partnership, partner, share in zip(bidders.partnership, bidders.partner, bidders.share, strict=True):
            if limited[partner]:
                for k in np.flatnonzero(of == partnership):
                    yield int(k), int(partner), int(share)


def _passes(millionths: int, most: float) -> bool:
    """Whether so many millionths are more than ``most``, a whole number if it is a limit at all."""
    return math.isfinite(most) and millionths > int(most) * 10**6
