"""Parts of the search: some providers open, some closed, the others not yet settled."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(order=True)
class Node:
    """Bounds of the providers, and a bound of every award within them."""

    bound: float
    number: int = field(default=0, init=False)
    """Given by the tree that it is put into: of equals the older comes first."""
    lower: Floats = field(compare=False, kw_only=True)
    upper: Floats = field(compare=False, kw_only=True)
    reach: float = field(default=0.0, compare=False)
    """How far above its relaxation awards are looked for next; 0 where they were not yet."""

    @property
    def free(self) -> Ints:
        """Providers that are not settled."""
        return np.flatnonzero(self.upper > self.lower)

    def with_bound(self, bound: float, reach: float | None = None) -> "Node":
        """The same with a better bound."""
        better = max(bound, self.bound)
        return Node(better, lower=self.lower, upper=self.upper, reach=self.reach if reach is None else reach)

    def part(self, provider: int, side: float, bound: float) -> "Node":
        """The part of it in which a provider is closed (side 0) or open (side 1)."""
        lower, upper = self.lower.copy(), self.upper.copy()
        lower[provider] = upper[provider] = side
        return Node(max(bound, self.bound), lower=lower, upper=upper, reach=self.reach)
