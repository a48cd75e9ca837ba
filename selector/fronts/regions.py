"""Where points may be that are not known yet: search regions, by their local upper bounds.

Klamroth, Lacour, Vanderpooten 2015: On the representation of the search region in multi-objective optimization, European
Journal of Operational Research 245(3). A region is all that lies below an upper bound in every objective; together the
regions hold whatever no known point is at least as good as.
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_AT_ONCE = 2**22
"""Comparisons that are held in memory at once."""


class Regions:
    """The open regions ``low <= y < upper`` for each of ``uppers``, none within another."""

    def __init__(self, low: Ints, upper: Ints) -> None:
        self.low = low.copy()
        self.uppers: Ints = upper.copy()[None, :]
        self.corners: Ints = np.zeros((0, len(upper)), dtype=np.int64)
        """Nothing lies below any of these in every objective."""
        self._kept(np.zeros(1, dtype=np.bool_))

    def __len__(self) -> int:
        return len(self.uppers)

    def cut(self, point: Ints) -> None:
        """Leave out what a point is as good as or better than."""
        inside = (point < self.uppers).all(axis=1)
        if not inside.any():
            return
        split = self.uppers[inside]
        parts = np.repeat(split[None, :, :], len(point), axis=0)
        for objective, value in enumerate(point):
            parts[objective, :, objective] = value
        found = np.unique(parts.reshape(-1, len(point)), axis=0)
        found = found[(found > self.low).all(axis=1)]
        rest = self.uppers[~inside]
        found = found[~_within(found, rest)]
        # Of parts that lie within one another, the largest; they are unique.
        found = found[~_within(found, found, itself=True)]
        found = found[~_within(found, self.corners)]
        self.uppers = np.concatenate([rest, found])

    def close(self, corner: Ints) -> None:
        """Leave out what lies below a corner in every objective: there is nothing."""
        self.corners = np.concatenate([self.corners[(self.corners > corner).any(axis=1)], corner[None, :]])
        self._kept(np.all(self.uppers <= corner, axis=1))

    def drop(self, empty: Bools) -> None:
        """Leave out some of the regions: there is nothing in them."""
        self._kept(empty)

    def raise_low(self, objective: int, value: int) -> None:
        """Take it that no point is below a value in one objective."""
        if value > self.low[objective]:
            self.low[objective] = value
            self._kept(np.any(self.uppers <= self.low, axis=1))

    def lows(self) -> Ints:
        """What points in each region have at the least, regions x objectives."""
        lows = np.repeat(self.low[None, :], len(self), axis=0)
        for start in range(0, len(self), rows := max(_AT_ONCE // max(len(self.corners), 1), 1)):
            held = self.uppers[start : start + rows, None, :] <= self.corners[None, :, :]
            for objective in range(len(self.low)):
                others = np.delete(held, objective, axis=2).all(axis=2)
                least = np.where(others, self.corners[None, :, objective], self.low[objective])
                part = lows[start : start + rows, objective]
                np.maximum(part, least.max(axis=1, initial=self.low[objective]), out=part)
        return lows

    def _kept(self, gone: Bools) -> None:
        self.uppers = self.uppers[~gone & (self.uppers > self.low).all(axis=1)]


def _within(inner: Ints, outer: Ints, *, itself: bool = False) -> Bools:
    """Whether each of some bounds is nowhere above one of others; beside itself, where they are the same."""
    found = np.zeros(len(inner), dtype=np.bool_)
    for start in range(0, len(inner), rows := max(_AT_ONCE // max(len(outer), 1), 1)):
        held: Bools = np.all(inner[start : start + rows, None, :] <= outer[None, :, :], axis=2)
        if itself:
            held[np.arange(len(held)), start + np.arange(len(held))] = False
        found[start : start + rows] = held.any(axis=1)
    return found
