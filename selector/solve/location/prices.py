"""Prices at which no filling of a room is worth more than 1, and a fractional filling the most."""

import highspy
import numpy as np
from numpy.typing import NDArray

from selector.solve.highs import fresh
from selector.solve.location.table import best_filling

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# Up to so many lots all fillings are listed; above, one at a time is found.
_LISTED = 9
_MOST_ROUNDS = 40
_NEAR = 1e-3
_SUBSETS = [np.array([[bool(s >> k & 1) for k in range(n)] for s in range(1 << n)], dtype=np.bool_) for n in range(10)]


def prices_of_filling(share: Floats, volume: Ints, room: int, least: float) -> Floats | None:
    """Prices at which ``share`` is worth more than ``least``, as good as 1 bounding each filling; None if there are none.

    Every lot fits the room alone.
    """
    count = len(share)
    if volume @ share <= room and count == 1:
        return None
    highs = fresh(presolve="off")
    listed = count <= _LISTED
    patterns = _fillings(volume, room) if listed else _first(share, volume, room)
    # The least weight of fillings that covers the share; its duals are the prices.
    highs.addRows(
        count,
        share.astype(np.float64),
        np.full(count, highspy.kHighsInf),
        0,
        np.zeros(count, dtype=np.int32),
        np.zeros(0, dtype=np.int32),
        np.zeros(0),
    )
    for pattern in patterns:
        _add(highs, np.flatnonzero(pattern))
    for _ in range(1 if listed else _MOST_ROUNDS):
        highs.run()
        if highs.getInfo().objective_function_value <= least:
            return None
        prices: Floats = np.clip(np.asarray(highs.getSolution().row_dual), 0.0, 1.0)
        if listed:
            return prices
        _, filling = best_filling(prices + 1e-4 * (share + 0.01), volume, room)
        if prices[filling].sum() <= 1 + _NEAR:
            return prices
        _add(highs, np.array(filling))
    return None


def _add(highs: highspy.Highs, filling: Ints) -> None:
    highs.addCol(1.0, 0.0, highspy.kHighsInf, len(filling), filling.astype(np.int32), np.ones(len(filling)))


def _fillings(volume: Ints, room: int) -> Bools:
    """All fillings to which no lot can be added."""
    subsets = _SUBSETS[len(volume)]
    used = subsets @ volume
    fits = used <= room
    smallest = np.where(subsets, np.iinfo(np.int64).max, volume).min(axis=1)
    return np.asarray(subsets[fits & (smallest > room - used)])


def _first(share: Floats, volume: Ints, room: int) -> Bools:
    """A filling around each lot, greedily by share."""
    count = len(share)
    found = np.zeros((count, count), dtype=np.bool_)
    order = np.argsort(-share, kind="stable").tolist()
    for k in range(count):
        found[k, k] = True
        left = room - int(volume[k])
        for other in order:
            if other != k and volume[other] <= left:
                found[k, other] = True
                left -= int(volume[other])
    return found
