"""Bids that no award can accept, each with a member that alone keeps it out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Case
from selector.appraise import Appraisal

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Unusable:
    """The unusable bids of a case as it stands.

    Barred ones, those for more than their bidder can take on, and those of bidders whose bids are for too little to
    reach their floor or their viability.
    """

    def __init__(self, case: Case, appraisal: Appraisal) -> None:
        self._case = case
        self._appraisal = appraisal

    @cached_property
    def reasons(self) -> Mapping[int, Sequence[str]]:
        """By bid: the names of all members that each alone keep it out."""
        reasons: dict[int, list[str]] = {}
        for bid, name in self._reasons():
            reasons.setdefault(bid, []).append(name)
        return reasons

    def _reasons(self) -> Iterator[tuple[int, str]]:
        a = self._appraisal
        bids, bidders, services = a.bids, a.bidders.ids, a.services.ids
        for bid, names in bids.bars.items():
            yield from ((bid, self._member(name)) for name in names)
        bidder, lot = bids.bidder[bids.pair_bid], bids.pair_lot
        service = a.lots.service[lot]
        volume = a.lots.volume[lot]
        for k in np.flatnonzero(volume > a.bidders.capacity[bidder, service]):
            yield int(bids.pair_bid[k]), f"capacity[{bidders[bidder[k]]}, {services[service[k]]}]"
        for k in np.flatnonzero(a.lots.wte[lot] > a.bidders.capacity_wte[bidder]):
            yield int(bids.pair_bid[k]), f"capacity_wte[{bidders[bidder[k]]}]"
        short = self.offered < a.bidders.floor
        for k in np.flatnonzero(short[bidder, service]):
            yield int(bids.pair_bid[k]), self._floor(int(bidder[k]), int(service[k]))
        short_of_people = self._people < a.bidders.viability
        for k in np.flatnonzero(short_of_people[bidder] & a.services.local[service]):
            yield int(bids.pair_bid[k]), f"viability[{bidders[bidder[k]]}]"

    @cached_property
    def offered(self) -> Floats:
        """Bidders x services: the volume that each bids for."""
        a = self._appraisal
        total = np.zeros(a.bidders.capacity.shape)
        lot = a.bids.pair_lot
        bidder, lots = np.divmod(np.unique(a.bids.bidder[a.bids.pair_bid] * len(a.lots) + lot), len(a.lots))
        np.add.at(total, (bidder, a.lots.service[lots]), a.lots.volume[lots])
        return total

    @cached_property
    def _people(self) -> Floats:
        """By bidder: the distinct people of the buyers for whose local lots it bids."""
        a = self._appraisal
        lot = a.bids.pair_lot
        local = a.services.local[a.lots.service[lot]]
        people = np.zeros(len(a.limits.buyers))
        people[a.lots.buyer] = a.lots.people
        keys = a.bids.bidder[a.bids.pair_bid] * len(people) + a.lots.buyer[lot]
        bidder, buyer = np.divmod(np.unique(keys[local]), len(people))
        return np.bincount(bidder, people[buyer], minlength=len(a.bidders)).astype(np.float64)

    @cached_property
    def _own_least(self) -> frozenset[str]:
        return frozenset(f"min_quality[{lot.id}]" for lot in self._case.lots or () if lot.min_quality is not None)

    @cached_property
    def _service_of(self) -> Mapping[str, str]:
        return {f"min_quality[{lot.id}]": f"min_quality[{lot.service}]" for lot in self._case.tendered}

    def _member(self, bar: str) -> str:
        return bar if bar in self._own_least else self._service_of.get(bar, bar)

    def _floor(self, bidder: int, service: int) -> str:
        kinds = self._case.services[service].floor_by_kind
        # Only listed bidders have floors.
        kind = self._case.bidders[bidder].kind
        name = self._case.services[service].id
        return f"floor_by_kind[{name}, {kind}]" if kind in kinds else f"floor[{name}]"
