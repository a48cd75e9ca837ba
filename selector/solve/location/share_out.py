"""Where all providers are settled: who may still serve whom in an award below a cutoff, if anybody."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from selector.solve.location.ground import Ground
from selector.solve.location.loads import Shares, price, settle

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# Tables of loads grow with the room left empty, and with all room.
_MOST_SPARE = 80
_MOST_ROOM = 3000
_STEPS = 100
_ROUNDS = 6
_PATIENCE = 20
# A round that settles less than this part of the pairs is the last but a few.
_WORTH = 0.05


def shares(ground: Ground, pairs: Ints, providers: Ints) -> Shares:
    """The pairs of providers that are all open."""
    room = ground.room[providers]
    spare = int(room.sum()) - ground.total
    own = [pairs[ground.provider[pairs] == j] for j in providers.tolist()]
    return Shares(
        lots=ground.lots,
        pair=own,
        lot=[ground.lot[part] for part in own],
        cost=[ground.cost[part] for part in own],
        volume=[ground.volume[ground.lot[part]] for part in own],
        room=room,
        most_empty=np.minimum(spare, room - ground.floor[providers]),
        served=ground.served[providers],
        spare=spare,
        charges=float(ground.fixed[providers].sum()),
    )


def narrowed(start: Shares, prices: Floats, cutoff: float, left: Callable[[], float]) -> tuple[Shares | None, float]:
    """The pairs that an award below the cutoff may take, and a bound of all such; None where there is none."""
    if (start.most_empty < 0).any():
        return None, cutoff
    if start.spare > _MOST_SPARE or start.room.max() > _MOST_ROOM:
        return start, -np.inf
    best, at = -np.inf, prices
    kept = start
    for _ in range(_ROUNDS):
        best, at = _ascend(kept, at, cutoff, left)
        if best >= cutoff:
            return None, cutoff
        may_take, may_leave = settle(kept, at, cutoff)
        must = np.zeros(kept.lots, dtype=np.int64)
        for lot, leave in zip(kept.lot, may_leave, strict=True):
            must[lot[~leave]] += 1
        which = [
            take & ((must[lot] == 0) | ~leave) for lot, take, leave in zip(kept.lot, may_take, may_leave, strict=True)
        ]
        before, after = sum(map(len, which)), sum(int(part.sum()) for part in which)
        kept = kept.kept(which)
        offered = np.bincount(np.concatenate(kept.lot), minlength=kept.lots)
        if (must > 1).any() or not offered.all():
            return None, cutoff
        if before - after < _WORTH * before or left() <= 0:
            break
    return kept, best


def _ascend(kept: Shares, prices: Floats, cutoff: float, left: Callable[[], float]) -> tuple[float, Floats]:
    """Better prices, by subgradient steps towards the cutoff."""
    best, at, pace, since = -np.inf, prices, 1.0, 0
    here, direction = prices, np.zeros(kept.lots)
    for _ in range(_STEPS):
        priced = price(kept, here)
        if priced.bound > best:
            best, at, since = priced.bound, here, 0
        else:
            since += 1
        if best >= cutoff or left() <= 0:
            break
        if since >= _PATIENCE:
            pace, since, here = pace / 2, 0, at
            direction = np.zeros(kept.lots)
            continue
        direction = (1 - priced.taken) + 0.3 * direction
        length = float(direction @ direction)
        if length == 0:
            break
        here = here + pace * (cutoff - priced.bound) / length * direction
    return best, at
