"""A client that wants its runs accepted, whatever becomes of the service meanwhile."""

import threading
import time
from collections.abc import Callable, Sequence

from benchmarks.service.server import Server

_APART = 0.1
_AHEAD = 8
_ACCEPTED = 202


class Client(threading.Thread):
    """Has runs accepted, each under a name of its own, and asks again where no answer came."""

    def __init__(
        self, server: Server, key: str, case_ids: Sequence[str], runs: int, waiting: Callable[[], int]
    ) -> None:
        super().__init__(daemon=True)
        self.accepted: dict[int, str] = {}
        """The run of each request."""
        self.asked_again = 0
        """Requests that had no answer, and were sent once more."""
        self.stopping = threading.Event()
        self._server = server
        self._key = key
        self._case_ids = case_ids
        self._runs = runs
        self._waiting = waiting

    def case(self, number: int) -> int:
        """The position of the case that a request is about."""
        return number % len(self._case_ids)

    def run(self) -> None:
        """Have them accepted, so many ahead of who works on them."""
        with self._server.wire(self._key) as wire:
            number = 0
            while number < self._runs and not self.stopping.is_set():
                # So that runs are still being accepted while things are killed.
                if self._waiting() > max(2, self._runs // _AHEAD):
                    time.sleep(_APART)
                    continue
                body = b'{"kind": "evaluate", "case": "%s"}' % self._case_ids[self.case(number)].encode()
                try:
                    reply = wire.ask("POST", "/v1/runs", body, Idempotency_Key=f"run-{number}")
                except OSError:
                    reply = None
                if reply is None or reply.status != _ACCEPTED:
                    self.asked_again += 1
                    time.sleep(_APART)
                    continue
                self.accepted[number] = reply.json()["id"]
                number += 1
