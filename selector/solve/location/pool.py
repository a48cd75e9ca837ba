"""Every cut found so far, whether it is in the relaxation at the moment or not."""

from collections.abc import Sequence
from copy import copy

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from selector.solve.location.separation import Cut

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_BROKEN = 1e-3


class Pool:
    """Cuts as sparse rows over the pairs and providers of a relaxation, their largest entry about 1."""

    def __init__(self, providers: int) -> None:
        self.cuts: list[Cut] = []
        self._providers = providers
        self._start = [0]
        self._index: list[Ints] = []
        self._value: list[Floats] = []
        self._matrix: csr_array | None = None

    def another(self) -> "Pool":
        """One more of the same cuts, to which others can be added."""
        other = copy(self)
        other.cuts, other._start = list(self.cuts), list(self._start)
        other._index, other._value = list(self._index), list(self._value)
        return other

    def __len__(self) -> int:
        return len(self.cuts)

    def add(self, cuts: Sequence[Cut], place: Ints) -> None:
        """Add cuts; ``place`` tells the column of each provider and lot, or -1 where it has none."""
        first_y = int(place.max(initial=-1)) + 1
        for cut in cuts:
            at = place[cut.provider, cut.lot]
            kept = at >= 0
            self._index.append(np.append(at[kept], first_y + cut.provider))
            self._value.append(np.append(cut.weight[kept] / cut.most, -1.0))
            self._start.append(self._start[-1] + len(self._index[-1]))
        self.cuts += cuts
        self._matrix = None

    def rows(self, which: Ints, columns: int) -> csr_array:
        """Some of the cuts as rows over so many columns, at most 0 each."""
        return csr_array(self._all(columns)[which])

    def broken(self, x: Floats, y: Floats, active: Bools) -> Ints:
        """Which cuts that are not active a solution breaks."""
        if active.all():
            return np.zeros(0, dtype=np.int64)
        matrix = self._all(len(x) + len(y))
        return np.flatnonzero((matrix @ np.concatenate([x, y]) > _BROKEN) & ~active)

    def _all(self, columns: int) -> csr_array:
        if self._matrix is None:
            parts = (
                np.concatenate([np.zeros(0), *self._value]),
                np.concatenate([np.zeros(0, dtype=np.int64), *self._index]),
                np.array(self._start),
            )
            self._matrix = csr_array(parts, shape=(len(self.cuts), columns))
        return self._matrix
