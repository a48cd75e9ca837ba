"""The front of several programs beside each other, from the fronts of each: sums of their points, the best of them.

A Minkowski sum without its dominated points. A point that some other one dominates in its part is in no sum that is on the
front of the whole: nothing is lost by leaving it out before.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector.fronts.dominance import nondominated_rows
from selector.fronts.gap import reach

Ints = NDArray[np.int64]
_AT_ONCE = 2**19
"""Sums that are held in memory at once."""
_FIRST_SHARE = 1e-5


@dataclass(frozen=True)
class Sums:
    """Points of some parts together: their values, and which point of each part is in each.

    ``share``: every solution of these parts is better than some point, in no objective by more than such a share of the
    point's own value; infinite where nothing is proven. It is of use where all values of an objective have one sign.
    """

    values: Ints
    """Points x objectives, in units."""
    chosen: Ints
    """Points x parts."""
    parts: tuple[int, ...]
    share: float

    def __len__(self) -> int:
        return len(self.values)

    def kept(self, rows: Ints, share: float = 0.0) -> "Sums":
        """Some of the points, which stand for all, to such a share of their own values."""
        return Sums(self.values[rows], self.chosen[rows], self.parts, (1 + self.share) * (1 + share) - 1)


def added(one: Sums, other: Sums, is_over: Callable[[], bool]) -> Sums | None:
    """The sums of the points of two, without those that others dominate; None once it is over.

    Every solution of the one is missed by no more than a share, and of the other: so are their sums, by the larger share,
    where values have one sign.
    """
    objectives = one.values.shape[1]
    values, pairs = np.zeros((0, objectives), dtype=np.int64), np.zeros((0, 2), dtype=np.int64)
    rows = max(_AT_ONCE // len(other), 1)
    for start in range(0, len(one), rows):
        if is_over():
            return None
        some = one.values[start : start + rows]
        candidates = (some[:, None, :] + other.values[None, :, :]).reshape(-1, objectives)
        numbers = np.indices((len(some), len(other)), dtype=np.int64).reshape(2, -1).T + np.array([start, 0])
        values = np.concatenate([values, candidates])
        pairs = np.concatenate([pairs, numbers])
        best = nondominated_rows(values)
        values, pairs = values[best], pairs[best]
    chosen = np.concatenate([one.chosen[pairs[:, 0]], other.chosen[pairs[:, 1]]], axis=1)
    return Sums(values, chosen, one.parts + other.parts, max(one.share, other.share))


def thinned(sums: Sums, share: float, grain: Ints) -> Sums:
    """Enough of the points that each other is better than one of them by no more than a share (and by whole ``grain``)."""
    return sums.kept(standing(sums.values, reach(sums.values, share, grain)), share)


def fewer(sums: Sums, most: int, grain: Ints | None) -> Sums:
    """No more than so many points: by the least share of some; without ``grain`` any, and then nothing is proven."""
    share = _FIRST_SHARE
    while grain is not None and len(sums) > most and share < 1:
        sums = thinned(sums, share, grain)
        share *= 2
    if len(sums) <= most:
        return sums
    return sums.kept(np.unique(np.linspace(0, len(sums) - 1, most).astype(np.int64)), np.inf)


def standing(values: Ints, reached: Ints) -> Ints:
    """Positions of enough values that each is no better than what one of them stands for; in their order."""
    low = values.min(axis=0)
    spread = np.maximum(values.max(axis=0) - low, 1).astype(np.float64)
    order = np.argsort(((values - low) / spread).sum(axis=1), kind="stable")
    found: list[int] = []
    while len(order):
        first = order[0]
        found.append(int(first))
        order = order[~(reached[first] <= values[order]).all(axis=1)]
    return np.array(sorted(found), dtype=np.int64)
