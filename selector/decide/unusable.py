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
    def reason(self) -> Mapping[int, str]:
        """By bid: the name of a member that keeps it out."""
        return {bid: names[0] for bid, names in self.reasons.items()}

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
        pairs = np.unique(np.stack([a.bids.bidder[a.bids.pair_bid], lot]), axis=1)
        np.add.at(total, (pairs[0], a.lots.service[pairs[1]]), a.lots.volume[pairs[1]])
        return total

    @cached_property
    def _people(self) -> Floats:
        """By bidder: the distinct people of the buyers for whose local lots it bids."""
        a = self._appraisal
        lot = a.bids.pair_lot
        local = a.services.local[a.lots.service[lot]]
        pairs = np.stack([a.bids.bidder[a.bids.pair_bid], a.lots.buyer[lot], a.lots.people[lot]])[:, local]
        pairs = np.unique(pairs, axis=1)
        return np.bincount(pairs[0], pairs[2], minlength=len(a.bidders)).astype(np.float64)

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
