"""Cuts of a provider's room: the strongest inequality over what it serves that a fractional serving breaks.

Exact knapsack separation (Avella, Boccia and Vasilyev 2010; for location Gadegaard, Klose and Nielsen 2018): prices of
the split lots are sought at which no filling of the room that the whole ones leave is worth more than 1, but the
fractional one is. The prices are made whole; the other lots are lifted into the cut exactly, one after another.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector.solve.location.prices import prices_of_filling
from selector.solve.location.table import LONGEST, best_filling, widened

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_VIOLATED = 1e-3
# Denominators tried for prices before they are rounded down to a fine grid.
_DENOMINATORS = range(1, 41)
_GRID = 1000
_NEAR = 1e-6


@dataclass(frozen=True)
class Cut:
    """``weight @ x[provider, lot] <= most * y[provider]``."""

    provider: int
    lot: Ints
    weight: Ints
    most: int


def cut_of_room(provider: int, lots: Ints, share: Floats, volume: Ints, room: int) -> Cut | None:
    """A cut that a provider's ``share`` of each of ``lots`` breaks, as far as it is open; None where there is none.

    ``share`` is at most 1, and no lot's volume beyond the room.
    """
    if room > LONGEST:
        shrink = -(-room // LONGEST)
        volume, room = volume // shrink, room // shrink
    split = (share > _NEAR) & (share < 1 - _NEAR)
    if not split.any():
        return None
    kept = share >= 1 - _NEAR
    left = room - int(volume[kept].sum())
    # Where a split lot would not fit beside the whole ones, as many of these as it takes count among the split.
    need = int(volume[split].max())
    for k in np.flatnonzero(kept)[np.argsort(-volume[kept], kind="stable")].tolist():
        if left >= need:
            break
        kept[k], split[k] = False, True
        left += int(volume[k])
        need = max(need, int(volume[k]))
    inside = np.flatnonzero(split)
    prices = prices_of_filling(share[inside], volume[inside], left, 1 + _VIOLATED)
    if prices is None:
        return None
    weight = np.zeros(len(share), dtype=np.int64)
    weight[inside] = _whole(prices)
    most = round(best_filling(weight[inside].astype(np.float64), volume[inside], left)[0])
    if most == 0 or weight[inside] @ share[inside] <= most * (1 + _VIOLATED / 2):
        return None
    most = _lift(weight, volume, most, inside, np.flatnonzero(kept), np.flatnonzero(share <= _NEAR), left, room)
    found = np.flatnonzero(weight > 0)
    return Cut(provider, lots[found], weight[found], most)


def _whole(prices: Floats) -> Ints:
    """Prices times the least denominator that makes them whole."""
    for times in _DENOMINATORS:
        scaled = prices * times
        if np.abs(scaled - np.rint(scaled)).max() < _NEAR * times * 10:
            return np.rint(scaled).astype(np.int64)
    return np.floor(prices * _GRID + _NEAR).astype(np.int64)


def _lift(weight: Ints, volume: Ints, most: int, inside: Ints, kept: Ints, outside: Ints, left: int, room: int) -> int:
    """Give the other lots their weights, and say what the right side comes to.

    A lot that was kept may be let go: what its room is then worth to the others goes to both sides. A lot left out costs
    the others what their filling loses by its room.
    """
    best = np.zeros(room + 1, dtype=np.int64)
    for k in inside.tolist():
        widened(best, int(weight[k]), int(volume[k]))
    for k in kept[np.argsort(volume[kept], kind="stable")].tolist():
        left += int(volume[k])
        more = int(best[left]) - most
        if more > 0:
            weight[k] = more
            most += more
            widened(best, more, int(volume[k]))
    for k in outside[np.argsort(-volume[outside], kind="stable")].tolist():
        more = most - int(best[room - int(volume[k])])
        if more > 0:
            weight[k] = more
            widened(best, more, int(volume[k]))
    return most
