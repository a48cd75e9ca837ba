"""A location problem as the method works on it: one pair of each lot and provider, money in its own coarsest steps."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector.solve.location.location import Location

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# Where the largest cost lies as a solver sees it.
_LARGEST = 2.0**13


@dataclass(frozen=True)
class Ground:
    """Costs are excesses over the least for each lot, in steps; ``origin + pace * steps`` is what an award costs."""

    origin: int
    pace: int
    scale: float
    """What a step is to the solver: a power of two."""
    pair: Ints
    """Position of each pair in the problem as it was given."""
    lot: Ints
    provider: Ints
    cost: Floats
    fixed: Floats
    volume: Ints
    room: Ints
    floor: Ints
    least: int
    most: int
    unit: float
    """What volumes are divided by for the solver: a power of two."""
    served: NDArray[np.bool_]
    """Providers that must be told apart from open ones who serve nobody."""

    @property
    def lots(self) -> int:
        """How many lots there are."""
        return len(self.volume)

    @property
    def providers(self) -> int:
        """How many providers there are."""
        return len(self.fixed)

    @property
    def total(self) -> int:
        """Volume of all lots."""
        return int(self.volume.sum())


def ground(location: Location) -> Ground:
    """The ground of a problem: of several pairs of a lot and a provider the cheapest, and none beyond a capacity."""
    loc = location
    fits = np.flatnonzero(loc.volume[loc.lot] <= loc.capacity[loc.provider])
    order = fits[np.lexsort((fits, loc.cost[fits], loc.provider[fits], loc.lot[fits]))]
    key = loc.lot[order] * len(loc.fixed) + loc.provider[order]
    pair = order[np.concatenate([[True], key[1:] != key[:-1]])] if len(order) else order
    lot, provider, cost = loc.lot[pair], loc.provider[pair], loc.cost[pair]
    lots = len(loc.volume)
    least = np.full(lots, np.iinfo(np.int64).max)
    np.minimum.at(least, lot, cost)
    least[least == np.iinfo(np.int64).max] = 0
    over = cost - least[lot]
    pace = int(np.gcd.reduce(np.concatenate([over, loc.fixed]))) or 1
    over, fixed = over // pace, loc.fixed // pace
    largest = int(max(over.max(initial=1), np.abs(fixed).max(initial=1)))
    step = int(np.gcd.reduce(loc.volume)) or 1
    volume = loc.volume // step
    offered = np.bincount(provider, volume[lot], minlength=len(fixed)).astype(np.int64)
    room = np.minimum(np.minimum(loc.capacity, 2.0**62).astype(np.int64) // step, offered)
    floor = -(-np.maximum(loc.floor, 0) // step)
    scale = math.ldexp(1.0, min(0, math.frexp(_LARGEST / largest)[1] - 1))
    return Ground(
        origin=int(least.sum()),
        pace=pace,
        scale=scale,
        pair=pair,
        lot=lot,
        provider=provider,
        cost=over * scale,
        fixed=np.asarray(fixed * scale, dtype=np.float64),
        volume=volume,
        room=room,
        floor=floor,
        least=max(loc.least or 0, 0),
        most=len(fixed) if loc.most is None else min(loc.most, len(fixed)),
        unit=math.ldexp(1.0, math.frexp(float(volume.max(initial=1)))[1] - 1),
        served=(fixed < 0) | ((loc.least or 0) > 1),
    )
