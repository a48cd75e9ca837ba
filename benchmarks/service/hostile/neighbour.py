"""An ordinary client of another tenant, at work while others do harm."""

import threading
import time
from types import TracebackType
from typing import Self

from benchmarks.service.hostile.target import Target
from benchmarks.service.wire import Wire

_APART = 0.05
_PATHS = ("/readyz", "/v1/cases?limit=1")


class Neighbour:
    """Asks ordinary things, a few times a second, for as long as the context lasts."""

    def __init__(self, target: Target) -> None:
        self.slowest = 0.0
        """Seconds that the slowest answer took."""
        self.asked = 0
        self.failed = 0
        """Requests without a good answer."""
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._ask)
        self._wire = Wire(target.port, target.other, timeout=20.0)

    def __enter__(self) -> Self:
        self._ask_once()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.set()
        self._thread.join()

    def _ask(self) -> None:
        with self._wire:
            while not self._ending.wait(_APART):
                self._ask_once()

    def _ask_once(self) -> None:
        path = _PATHS[self.asked % len(_PATHS)]
        began = time.perf_counter()
        self.asked += 1
        try:
            good = self._wire.ask("GET", path).status == 200
        except OSError:
            good = False
        self.failed += not good
        self.slowest = max(self.slowest, time.perf_counter() - began)
