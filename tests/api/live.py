"""A real server in a process of its own, and what runs below it."""

import http.client
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.api.cases import smallest

JSON = {"Content-Type": "application/json"}
_PATIENCE = 60
_LISTENING = re.compile(r"Listening on (http://127\.0\.0\.1:(\d+)) ")
_PROCESSES = Path("/proc")

needs_processes = pytest.mark.skipif(
    not (_PROCESSES / "self" / "stat").exists(), reason="the processes of this system are not listed in /proc"
)


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    process: subprocess.Popen[bytes]
    url: str
    port: int
    log: Path

    def connect(self) -> http.client.HTTPConnection:
        """A connection of its own."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)

    def ask(self, path: str, body: bytes, **headers: str) -> http.client.HTTPConnection:
        """A connection on which a case was sent and an answer is awaited."""
        connection = self.connect()
        connection.request("POST", path, body, {**JSON, **headers})
        return connection

    def hold(self, number: int, content: bytes) -> list[http.client.HTTPConnection]:
        """So many connections, on each of which a solve of a case goes on, once all places for solves are taken."""
        waiting = [self.ask("/v1/evaluate", content) for _ in range(number)]

        def held() -> bool:
            for position, connection in enumerate(waiting):
                if select.select([connection.sock], [], [], 0)[0]:  # another question had its place
                    connection.close()
                    waiting[position] = self.ask("/v1/evaluate", content)
            return self.is_full()

        eventually(held)
        return waiting

    def is_full(self) -> bool:
        """Whether all places for solves are taken."""
        connection = self.ask("/v1/evaluate", smallest())
        with connection.getresponse() as answer:
            answer.read()
        connection.close()
        return answer.status == 503

    def solvers(self) -> set[int]:
        """The processes started by the server."""
        return {pid for pid, parent in parents().items() if parent == self.process.pid}

    def busy(self, number: int) -> None:
        """Wait until so many of them do something."""

        def counted() -> bool:
            before = {pid: _worked(pid) for pid in self.solvers()}
            time.sleep(0.5)
            return sum(_worked(pid) > worked for pid, worked in before.items()) == number

        eventually(counted)

    def ended(self, number: signal.Signals) -> int:
        """The exit status of the server, once told to end by a signal."""
        self.process.send_signal(number)
        return self.process.wait(_PATIENCE)


@contextmanager
def serving(log: Path, *arguments: str) -> Iterator[Server]:
    """A server on a free port of this machine, for as long as the context lasts."""
    # What these tests wait for must not come about because time is up.
    command = [sys.executable, "-m", "selector", "serve", "--port", "0", "--data", str(log.parent / "data")]
    limit = ["--time-limit", str(10 * _PATIENCE)]
    # Nor is an evaluation to become a run.
    more = os.environ | {"SELECTOR_SMALL_SECONDS": str(10 * _PATIENCE)}
    with log.open("wb") as errors, subprocess.Popen([*command, *limit, *arguments], stderr=errors, env=more) as process:
        try:
            eventually(lambda: _LISTENING.search(log.read_text()) is not None or process.poll() is not None)
            found = _LISTENING.search(log.read_text())
            assert found, f"the server did not start: {log.read_text()}"
            server = Server(process, found[1], int(found[2]), log)
            eventually(lambda: _ready(server))
            yield server
        finally:
            process.terminate()


def running(pid: int) -> bool:
    """Whether a process is there, and is not only waiting for its parent to notice its end."""
    return pid in parents()


def eventually(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds, long enough for the slowest machine."""
    last = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < last, "it did not happen"
        time.sleep(0.05)


def _ready(server: Server) -> bool:
    connection = server.connect()
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except ConnectionRefusedError:
        return False
    finally:
        connection.close()


def _worked(pid: int) -> int:
    """How long a process has worked, in ticks of the system's clock; what has ended has not."""
    try:
        times = (_PROCESSES / str(pid) / "stat").read_text().rpartition(")")[2].split()[11:13]
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(map(int, times))


def parents() -> dict[int, int]:
    """The parent of each process that runs."""
    parents = {}
    for entry in _PROCESSES.glob("[0-9]*"):
        try:
            state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended while we looked
        if state != "Z":
            parents[int(entry.name)] = int(parent)
    return parents
