"""Awards told as they are found, by whichever thread, each better than the last."""

import threading
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Telling:
    """Passes a choice on if it is better than all before it; one thread at a time."""

    def __init__(self, improved: Callable[[Ints], None]) -> None:
        self._improved = improved
        self._least: int | None = None
        self._lock = threading.Lock()

    def __call__(self, value: int, choice: Ints) -> None:
        """Tell of a choice and its value."""
        with self._lock:
            if self._least is None or value < self._least:
                self._least = value
                self._improved(choice)
