"""``selector serve`` in a process of its own."""

import contextlib
import os
import re
import signal
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.service.place import PROGRAM, Place
from benchmarks.service.wire import Wire
from models import SelectorError

_LISTENING = re.compile(r"Listening on http://127\.0\.0\.1:(\d+) ")
_PATIENCE = 60.0
_TO_END = 30.0


class NotStarted(SelectorError):
    """The service did not start; the message has its last words."""


class Server:
    """A service that answers, for as long as the context lasts.

    Parameters
    ----------
    place
        Where its data is.
    arguments
        Of ``selector serve``.
    """

    def __init__(self, place: Place, *arguments: str) -> None:
        self._place = place
        self._arguments = arguments
        self.log: Path = place.folder / "server.log"
        self.port = 0
        self.process = self._started()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def wire(self, key: str | None = None) -> Wire:
        """A client's connection."""
        return Wire(self.port, key)

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()

    def restart(self) -> None:
        """Start it again, at the same port."""
        self.process = self._started()

    def end(self) -> None:
        """Ask it to end, and see to it that it does."""
        self.process.terminate()
        try:
            self.process.wait(_TO_END)
        except subprocess.TimeoutExpired:
            self._kill_all()

    def _started(self) -> "subprocess.Popen[bytes]":
        before = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [*PROGRAM, "serve", "--port", str(self.port), *self._arguments],
                env=self._place.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is the runner's to handle
            )
        self.process = process
        try:
            self._wait(process, before)
        except BaseException:
            self._kill_all()
            raise
        return process

    def _wait(self, process: "subprocess.Popen[bytes]", before: int) -> None:
        last = time.monotonic() + _PATIENCE
        while True:
            told = self.log.read_bytes()[before:].decode(errors="replace")
            found = _LISTENING.search(told)
            if found and self._is_ready(int(found[1])):
                self.port = int(found[1])
                return
            if process.poll() is not None or time.monotonic() > last:
                raise NotStarted(f"the service did not start: {told.strip()[-500:]}")
            time.sleep(0.02)

    def _is_ready(self, port: int) -> bool:
        try:
            with Wire(port) as wire:
                return wire.ask("GET", "/readyz").status == 200
        except OSError:
            return False

    def _kill_all(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
