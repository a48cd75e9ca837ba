"""How far the runs have come, as the service's figures tell."""

import re
import threading

from benchmarks.service.server import Server

_APART = 0.2
_FIGURE = re.compile(r'^selector_runs\{kind="evaluate",status="(\w+)"\} ([0-9.e+]+)$', re.MULTILINE)


class Look(threading.Thread):
    """Looks a few times a second; while the service is away, the last figures stand."""

    def __init__(self, server: Server, key: str) -> None:
        super().__init__(daemon=True)
        self.stopping = threading.Event()
        self._server = server
        self._key = key
        self._counts: dict[str, int] = {}

    @property
    def ended(self) -> int:
        """Runs that have ended."""
        return sum(number for status, number in self._counts.items() if status not in ("queued", "running"))

    @property
    def waiting(self) -> int:
        """Runs that wait."""
        return self._counts.get("queued", 0)

    def run(self) -> None:
        """Look."""
        with self._server.wire(self._key) as wire:
            while not self.stopping.wait(_APART):
                try:
                    text = wire.ask("GET", "/metrics").body.decode()
                except OSError:
                    continue
                self._counts = {status: int(float(number)) for status, number in _FIGURE.findall(text)} or self._counts
