"""What is known of a whole program that is searched in parts, told to whoever watches, by one thread at a time."""

import math
import threading
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from selector.solve.backend import Watch

Floats = NDArray[np.float64]


class Ledger:
    """The best whole award and bound so far, in solver units, and the watch that hears of them."""

    def __init__(self, goal: Floats, watch: Watch, *, absolute_gap: float, relative_gap: float) -> None:
        self.goal = goal
        self.best: Floats | None = None
        self.value = math.inf
        self.bound = -math.inf
        self._watch = watch
        self._absolute, self._relative = absolute_gap, relative_gap
        self._lock = threading.RLock()

    @property
    def allowed(self) -> float:
        """What may be missing in the end."""
        return max(self._absolute, self._relative * abs(self.value) if self.best is not None else 0.0)

    @property
    def missing(self) -> float:
        """By how much the best may fall short of the best possible."""
        return max(self.value - self.bound, 0.0)

    @property
    def done(self) -> bool:
        """Whether no more is missing than may be, or the watch has enough."""
        if self.best is None:
            return False
        with self._lock:
            return self.missing <= self.allowed or self._watch.enough(self.bound)

    def offer(self, columns: Callable[[], Floats | None]) -> None:
        """Take an award, made under the lock, if it is better than the best."""
        with self._lock:
            found = columns()
            value = math.inf if found is None else float(self.goal @ found)
            if found is not None and value < self.value:
                self.value, self.best = value, found
                self._watch.improved(np.rint(found).astype(np.int64))
                self._watch.progress(self.bound)

    def replace(self, columns: Floats) -> None:
        """Take an award that is as good as the best in its place."""
        with self._lock:
            if float(self.goal @ columns) == self.value:
                self.best = columns

    def tell(self, columns: Floats) -> None:
        """Show an award to the watch that is not told whole: what it is worth is known later."""
        with self._lock:
            self._watch.improved(np.rint(columns).astype(np.int64))

    def raise_bound(self, bound: float) -> None:
        """Take a bound of the whole."""
        with self._lock:
            if bound > self.bound:
                self.bound = bound
            self._watch.progress(self.bound)

    def stop(self) -> bool:
        """Whether the watch wishes the search to end."""
        with self._lock:
            return self._watch.stop()
