"""The best award found so far, weighed exactly."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from selector.solve.location.ground import Ground
from selector.solve.location.location import Location

Ints = NDArray[np.int64]

# What rounding may take from a bound, in steps.
_ROUNDING = 1e-3


@dataclass
class Best:
    """The best choice of a pair for each lot, and what is still worth looking for."""

    location: Location
    ground: Ground
    absolute_gap: float
    relative_gap: float
    improved: Callable[[int, Ints], None]
    value: int | None = None
    choice: Ints | None = field(default=None)

    def offer(self, choice: Ints) -> bool:
        """Take a choice, by positions in the problem as given, if it keeps every limit and is better."""
        value = self.location.value(choice)
        if value is None or (self.value is not None and value >= self.value):
            return False
        self.value, self.choice = value, choice
        self.improved(value, choice)
        return True

    def another(self) -> "Best":
        """One that begins with the same, and tells the same."""
        return replace(self)

    def follow(self, other: "Best") -> None:
        """Take what another has, if it is better."""
        if other.choice is not None:
            self.offer(other.choice)

    def offer_pairs(self, taken: Ints) -> bool:
        """Take some of the ground's pairs, one for each lot."""
        choice = self._choice(taken)
        return choice is not None and self.offer(choice)

    def offer_all(self, taken: Ints | None) -> None:
        """As ``offer_pairs``, where there are any."""
        if taken is not None:
            self.offer_pairs(taken)

    def keeps(self, taken: Ints) -> bool:
        """Whether some of the ground's pairs keep every limit."""
        choice = self._choice(taken)
        return choice is not None and self.location.value(choice) is not None

    def _choice(self, taken: Ints) -> Ints | None:
        g = self.ground
        choice = np.full(g.lots, -1)
        choice[g.lot[taken]] = g.pair[taken]
        return choice if len(taken) == g.lots and bool((choice >= 0).all()) else None

    @property
    def enough(self) -> float:
        """The bound, as the solver measures, from which on nothing is left to look for; infinite without an award."""
        if self.value is None:
            return np.inf
        return self.solver_units(self.value - self.gap) + _ROUNDING * self.ground.scale

    @property
    def gap(self) -> float:
        """How far below the best award another may be without being looked for, in units of the problem."""
        return max(self.ground.pace, self.absolute_gap, self.relative_gap * abs(self.value or 0))

    def solver_units(self, value: float) -> float:
        """A value as the solver measures it."""
        return float((value - self.ground.origin) / self.ground.pace * self.ground.scale)

    def units(self, bound: float) -> float:
        """A bound of the solver in units of the problem, less what rounding may have added."""
        g = self.ground
        return g.origin + g.pace * (bound / g.scale - _ROUNDING)
