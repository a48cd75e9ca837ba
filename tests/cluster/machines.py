"""A scheduler and its workers, each a process of its own on loopback, as their commands start them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

_SECONDS = 90
_FEWER_FAILURES = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}


class Machines:
    """A scheduler with workers that have one place each."""

    def __init__(self, folder: Path, *options: str, **environment: str) -> None:
        """With options of the scheduler, and variables of all."""
        self.folder, self.options, self.environment = folder, options, environment
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []
        self.address = ""

    def __enter__(self) -> Self:
        try:
            self.begin()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def begin(self) -> None:
        """Start the scheduler, at a free port; it ends by itself, and its workers then, where nobody lives to end it."""
        file = self.folder / "scheduler.json"
        file.unlink(missing_ok=True)
        options = ("--port", "0", "--scheduler-file", file, "--idle-timeout", "15 minutes", *self.options)
        self.scheduler = self._run("scheduler", *options)
        eventually(lambda: file.exists() and file.read_text().endswith("}"), "the scheduler to listen")
        self.address = json.loads(file.read_text())["address"]

    def worker(self, *options: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start a worker."""
        places = () if "--nthreads" in options else ("--nthreads", "1")
        nanny = () if "--nanny" in options else ("--no-nanny",)
        found = self._run("worker", self.address, *places, *nanny, *options, **environment)
        self.workers.append(found)
        return found

    def end(self) -> None:
        """End all that was started, whatever it is doing."""
        for each in (*self.workers, self.scheduler):
            if each is not None:
                kill(each)
        self.workers.clear()

    def _run(self, command: str, *arguments: object, **environment: str) -> subprocess.Popen[bytes]:
        every = ["--host", "127.0.0.1", "--no-dashboard"]
        own = ["--local-directory", str(self.folder), "--death-timeout", "60"] if command == "worker" else []
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{command}", *map(str, arguments), *own, *every],
                env=os.environ | _FEWER_FAILURES | self.environment | environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and those of its session at once."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def eventually(holds: Callable[[], bool], what: str, seconds: float = _SECONDS) -> None:
    """Wait until something holds."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, f"waited {seconds:g} s for {what}"
        time.sleep(0.05)


def solving(*parents: subprocess.Popen[bytes]) -> set[int]:
    """Processes that solve for some others."""
    return set(_solving({each.pid for each in parents}))


def _solving(parents: set[int]) -> Iterator[int]:
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            command = (entry / "cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent in parents and b"selector.solve.worker" in command:
            yield int(entry.name)


@contextmanager
def machines(folder: Path, workers: int = 0, *options: str, **environment: str) -> Iterator[Machines]:
    """A cluster of its own."""
    with Machines(folder, *options, **environment) as found:
        for _ in range(workers):
            found.worker()
        yield found
