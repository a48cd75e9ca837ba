"""Where a provider is present, and how it gets from place to place, for services whose ground is to hang together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from selector.appraise import Ground
from selector.program.pairs import Pairs
from selector.program.program import Family

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Territory:
    """The places in which one bidder may provide one service; there are at least two."""

    ground: Ground
    bidder: int
    place: Ints
    """Its places, in their order."""
    pair: Ints
    """Positions of its pairs."""
    at: Ints
    """Position in ``place`` of the place of each pair."""
    arcs: Ints
    """Positions in ``place`` of neighbours, n x 2, each pair of them in both directions."""
    first: int
    """Where its columns start: those of presence, then the roots, then the flows."""

    @property
    def here(self) -> Ints:
        """Columns of presence, a place each."""
        return self.first + np.arange(len(self.place))

    @property
    def root(self) -> Ints:
        """Columns of the roots, a place each."""
        return self.first + len(self.place) + np.arange(len(self.place))

    @property
    def flow(self) -> Ints:
        """Columns of the flows, an arc each."""
        return self.first + 2 * len(self.place) + np.arange(len(self.arcs))

    @property
    def stop(self) -> int:
        """Where the columns after these start."""
        return self.first + 2 * len(self.place) + len(self.arcs)


@dataclass(frozen=True)
class GroundColumns:
    """The columns of all territories, from column ``first`` on."""

    pairs: Pairs
    first: int

    @cached_property
    def territories(self) -> Sequence[Territory]:
        """The territories, by service, then bidder."""
        found: list[Territory] = []
        for ground in self.pairs.appraisal.grounds:
            of_service = np.flatnonzero(self.pairs.service == ground.service)
            for bidder in np.unique(self.pairs.bidder[of_service]).tolist():
                pair = of_service[self.pairs.bidder[of_service] == bidder]
                place, at = np.unique(ground.of_buyer[self.pairs.buyer[pair]], return_inverse=True)
                arcs = _arcs(ground, place)
                if len(arcs) < len(place) * (len(place) - 1):  # else any places hang together
                    first = found[-1].stop if found else self.first
                    found.append(Territory(ground, bidder, place, pair, at.astype(np.int64), arcs, first))
        return tuple(found)

    @property
    def stop(self) -> int:
        """Where the columns after these start."""
        return self.territories[-1].stop if self.territories else self.first

    @property
    def whole_upper(self) -> tuple[Ints, Ints]:
        """The flow columns, and how much each may carry."""
        flows = [(each.flow, np.full(len(each.arcs), len(each.place) - 1)) for each in self.territories]
        if not flows:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        column, most = (np.concatenate(part) for part in zip(*flows, strict=True))
        return column, most

    def families(self) -> Iterator[Family]:
        """The families of columns with their names."""
        for each in self.territories:
            of_place, count = partial(self._place_key, each), len(each.place)
            yield Family("here", each.first, each.first + count, of_place)
            yield Family("root", each.first + count, each.first + 2 * count, of_place)
            yield Family("flow", each.first + 2 * count, each.stop, partial(self._arc_key, each))

    def _key(self, territory: Territory, *at: int) -> tuple[str, ...]:
        a, ground = self.pairs.appraisal, territory.ground
        places = (ground.places[territory.place[each]] for each in at)
        return (a.bidders.ids[territory.bidder], a.services.ids[ground.service], *places)

    def _place_key(self, territory: Territory, k: int) -> tuple[str, ...]:
        return self._key(territory, k)

    def _arc_key(self, territory: Territory, k: int) -> tuple[str, ...]:
        return self._key(territory, *territory.arcs[k].tolist())


def _arcs(ground: Ground, place: Ints) -> Ints:
    position = np.full(len(ground.places), -1)
    position[place] = np.arange(len(place))
    near = position[ground.neighbours]
    near = near[(near >= 0).all(axis=1)]
    return np.concatenate([near, near[:, ::-1]]).astype(np.int64)
