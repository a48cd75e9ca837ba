"""Bids that no award can accept, each with members that alone keep it out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from models import Case
from selector.appraise import Appraisal, Ground
from selector.decide.competition import contests
from selector.decide.loads import Loads

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Names = tuple[str, ...]


class Unusable:
    """The unusable bids of a case as it stands.

    Barred ones; those for more than their bidder can take on, take over in time or may win; packages for ground that nothing joins; and
    those of bidders whose bids are for too little to reach their floor or their viability.
    """

    def __init__(self, case: Case, appraisal: Appraisal) -> None:
        self._case = case
        self._appraisal = appraisal

    @cached_property
    def reasons(self) -> Mapping[int, Sequence[Names]]:
        """By bid: the names of members, each or in some cases two together enough to keep it out."""
        reasons: dict[int, list[Names]] = {}
        for family in (self._barred, self._without_competition, self._too_large, self._too_small, self._in_pieces):
            for bid, names in family():
                reasons.setdefault(bid, []).append(names)
        return reasons

    def _barred(self) -> Iterator[tuple[int, Names]]:
        without = {f"competition[{framework.id}]" for framework in self._case.frameworks}
        for bid, names in self._appraisal.bids.bars.items():
            yield from ((bid, (self._member(name),)) for name in names if name not in without)

    def _without_competition(self) -> Iterator[tuple[int, Names]]:
        for contest in contests(self._case, self._appraisal):
            asked = f"competition[{contest.framework.id}]"
            if contest.missing > 0:
                # Were it not for the list, there might be enough.
                names = (asked,) if contest.missing_of_all > 0 else (asked, f"framework[{contest.framework.id}]")
                yield from ((int(bid), names) for bid in self._appraisal.bids.pair_bid[contest.pairs])

    def _too_large(self) -> Iterator[tuple[int, Names]]:
        a, loads = self._appraisal, Loads(self._appraisal)
        bidders, services = a.bidders.ids, a.services.ids
        for bid, bidder, service in loads.too_large():
            yield bid, (f"capacity[{bidders[bidder]}, {services[service]}]",)
        for bid, bidder in loads.too_much_work():
            yield bid, (f"capacity_wte[{bidders[bidder]}]",)
        bound = ~a.bidders.at_home[a.bids.bidder]
        for k in np.flatnonzero((loads.lots > a.services.max_lots[loads.service]) & bound[loads.bid]):
            yield int(loads.bid[k]), (f"max_lots[{services[loads.service[k]]}]",)
        for bid in np.flatnonzero((np.bincount(a.bids.pair_bid) > a.limits.max_lots) & bound).tolist():
            yield bid, ("max_lots",)
        yield from self._too_much_at_once()

    def _too_much_at_once(self) -> Iterator[tuple[int, Names]]:
        a, found = self._appraisal, set[tuple[int, str]]()
        for each in a.mobilisation:
            bids, bidder = a.bids.pair_bid[each.pair], a.bidders.ids[each.bidder]
            wte = np.bincount(bids, a.lots.wte[a.bids.pair_lot[each.pair]])
            found |= {
                (bid, f"mobilised_lots[{bidder}]") for bid in np.flatnonzero(np.bincount(bids) > each.lots).tolist()
            }
            found |= {(bid, f"mobilised_wte[{bidder}]") for bid in np.flatnonzero(wte > each.wte).tolist()}
        # A bid counts on its first day and on each after it.
        yield from ((bid, (name,)) for bid, name in sorted(found))

    def _too_small(self) -> Iterator[tuple[int, Names]]:
        a = self._appraisal
        bidder, lot = a.bids.pair_bidder, a.bids.pair_lot
        service = a.lots.service[lot]
        short = self.offered < a.bidders.floor
        for k in np.flatnonzero(short[bidder, service]):
            yield int(a.bids.pair_bid[k]), (self._floor(int(bidder[k]), int(service[k])),)
        short_of_people = self._people < a.bidders.viability
        for k in np.flatnonzero(short_of_people[bidder] & self._counted):
            yield int(a.bids.pair_bid[k]), (f"viability[{a.bidders.ids[bidder[k]]}]",)

    def _in_pieces(self) -> Iterator[tuple[int, Names]]:
        """Packages for places between which there is no way, whoever serves them."""
        a = self._appraisal
        for ground in a.grounds:
            here = np.flatnonzero(a.lots.service[a.bids.pair_lot] == ground.service)
            piece = pieces(ground)[ground.of_buyer[a.lots.buyer[a.bids.pair_lot[here]]]]
            bid, count = np.unique(np.unique(np.stack([a.bids.pair_bid[here], piece]), axis=1)[0], return_counts=True)
            for each in bid[count > 1]:
                yield int(each), (f"contiguity[{a.services.ids[ground.service]}]",)

    @cached_property
    def offered(self) -> Floats:
        """Bidders x services: the volume that each bids for."""
        a = self._appraisal
        total = np.zeros(a.bidders.capacity.shape)
        bidder, lots = np.divmod(np.unique(a.bids.pair_bidder * len(a.lots) + a.bids.pair_lot), len(a.lots))
        np.add.at(total, (bidder, a.lots.service[lots]), a.lots.volume[lots])
        return total

    @cached_property
    def _counted(self) -> NDArray[np.bool_]:
        """Whether each pair is one that viability counts: of a local service, and not for a national board."""
        a = self._appraisal
        lot = a.bids.pair_lot
        counted: NDArray[np.bool_] = a.services.local[a.lots.service[lot]] & a.limits.counted[a.lots.buyer[lot]]
        return counted

    @cached_property
    def _people(self) -> Floats:
        """By bidder: the distinct people of the buyers for whose local lots it bids, as viability counts them."""
        a = self._appraisal
        people = np.zeros(len(a.limits.buyers))
        people[a.lots.buyer] = a.lots.people
        keys = a.bids.pair_bidder * len(people) + a.lots.buyer[a.bids.pair_lot]
        bidder, buyer = np.divmod(np.unique(keys[self._counted]), len(people))
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


def pieces(ground: Ground) -> Ints:
    """For each place of a ground, the number of the piece that it belongs to; there is no way from piece to piece."""
    count = len(ground.places)
    one, other = ground.neighbours.T
    edges = coo_array((np.ones(len(one)), (one, other)), shape=(count, count))
    return np.asarray(connected_components(edges, directed=False)[1], dtype=np.int64)
