"""What is known of a front."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Point:
    """Values of every objective, and the columns of a solution that has them."""

    values: tuple[int, ...]
    columns: Ints


@dataclass(frozen=True)
class Nondominated:
    """The points found that no other point found dominates, in the order of their values.

    ``complete``: it is proven that they are all there are; with an ``epsilon`` above 0, that they stand for all there are.
    """

    points: tuple[Point, ...]
    complete: bool
    epsilon: float = 0.0
    """What was asked for: each solution is to be better than some point, in no objective by more than such a share of the
    point's own value."""
    low: tuple[int, ...] = ()
    """What every solution has at the least of each objective; empty where nothing is proven."""
    gap: float | None = None
    """The share that is proven, complete or not; None where nothing is."""
    regions: int = 0
    """Regions that are left where points may be."""
    searches: int = 0
    seconds: float = 0.0

    @property
    def infeasible(self) -> bool:
        """Whether it is proven that there is no solution."""
        return self.complete and not self.points


@dataclass(frozen=True)
class SoFar:
    """A sign of life."""

    known: Nondominated
    """What is known; never told as complete."""
    part: str = ""
    """Which part of the program is searched, where it falls apart; what is known is of the whole, regions of the part."""
