"""Awards told as they are found, by whichever thread, each better than the last."""

import threading
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from selector.solve.location.location import Location

Ints = NDArray[np.int64]


class Telling:
    """Passes a choice on if it keeps every limit and is better than all before it; one thread at a time."""

    def __init__(self, location: Location, improved: Callable[[Ints], None]) -> None:
        self._location, self._improved = location, improved
        self._least: int | None = None
        self._lock = threading.Lock()

    def __call__(self, choice: Ints) -> None:
        """Tell of a choice."""
        with self._lock:
            value = self._location.value(choice)
            if value is not None and (self._least is None or value < self._least):
                self._least = value
                self._improved(choice)
