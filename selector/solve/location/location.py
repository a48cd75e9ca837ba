"""Single-source location: each lot to one provider, who has a charge, a room and perhaps a floor."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Location:
    """Pairs of a lot and a provider at a cost each; of the pairs of each lot exactly one is taken.

    A provider is open if and only if a pair of it is taken. Open, it costs ``fixed``, takes at least ``floor`` and at
    most ``capacity`` of volume. Between ``least`` and ``most`` providers are open. All figures are whole.
    """

    cost: Ints
    """Of each pair."""
    lot: Ints
    """Of each pair; a lot may have several pairs with one provider."""
    provider: Ints
    """Of each pair."""
    fixed: Ints
    """Of each provider."""
    volume: Ints
    """Of each lot; at least 0."""
    capacity: NDArray[np.float64]
    """Of each provider; infinite where there is none, else whole."""
    floor: Ints
    """Of each provider; 0 where there is none."""
    least: int | None = None
    most: int | None = None

    def value(self, choice: Ints) -> int | None:
        """What a choice of one pair for each lot costs; None where it breaks a limit."""
        provider = self.provider[choice]
        if len(choice) != len(self.volume) or not np.array_equal(self.lot[choice], np.arange(len(choice))):
            return None
        open_ = np.unique(provider)
        served = np.zeros(len(self.fixed), dtype=np.int64)
        np.add.at(served, provider, self.volume)
        if (served[open_] < self.floor[open_]).any() or (served[open_] > self.capacity[open_]).any():
            return None
        if len(open_) < (self.least or 0) or (self.most is not None and len(open_) > self.most):
            return None
        return int(self.cost[choice].sum() + self.fixed[open_].sum())
