"""A scheduler and workers of one place each, on loopback, for as long as something is measured."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selector import Cluster, ClusterFailed

_SECONDS, _LOOK = 60.0, 0.05
_ENDING = ("--idle-timeout", "15 minutes")
"""It ends by itself, and its workers then, where nobody lives to end it."""


@contextmanager
def machines(workers: int) -> Iterator[Cluster]:
    """A cluster of so many workers, all of them there; ended whatever happens.

    Raises
    ------
    ClusterFailed
        if it does not start.
    """
    started: list[subprocess.Popen[bytes]] = []
    with tempfile.TemporaryDirectory(prefix="scale-", ignore_cleanup_errors=True) as folder:
        try:
            file = Path(folder) / "scheduler.json"
            started.append(_run(folder, "scheduler", "--port", "0", "--scheduler-file", str(file), *_ENDING))
            address = _address(file)
            for _ in range(workers):
                options = (
                    address,
                    "--nthreads",
                    "1",
                    "--no-nanny",
                    "--death-timeout",
                    "60",
                    "--local-directory",
                    folder,
                )
                started.append(_run(folder, "worker", *options))
            with Cluster(address) as cluster:
                until = time.monotonic() + _SECONDS
                while cluster.places < workers:
                    if time.monotonic() > until:
                        raise ClusterFailed(f"the workers did not join within {_SECONDS:g} s")
                    time.sleep(_LOOK)
                yield cluster
        finally:
            for each in reversed(started):
                os.killpg(each.pid, signal.SIGKILL)
                each.wait()


def _run(folder: str, command: str, *arguments: str) -> subprocess.Popen[bytes]:
    with (Path(folder) / "log").open("ab") as log:
        return subprocess.Popen(
            [
                *(sys.executable, "-m", f"distributed.cli.dask_{command}", *arguments),
                *("--host", "127.0.0.1", "--no-dashboard"),
            ],
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _address(file: Path) -> str:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        try:
            return str(json.loads(file.read_text(encoding="utf-8"))["address"])
        except (FileNotFoundError, json.JSONDecodeError):  # half of it is written
            time.sleep(_LOOK)
    raise ClusterFailed(f"the scheduler did not start within {_SECONDS:g} s")
