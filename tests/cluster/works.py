"""Pieces of work for processes of a cluster to do."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from models import UnknownName

Stop = Callable[[], bool]


def double(value: int, _: float | None, __: Stop) -> int:
    return 2 * value


def refuse_three(value: int, _: float | None, __: Stop) -> int:
    if value == 3:
        raise UnknownName("three")
    return value


def linger(value: tuple[Path, int, float], _: float | None, __: Stop) -> int:
    """Say that it has begun, and by which worker, then take so many seconds."""
    folder, number, seconds = value
    (folder / f"{number}-{os.getppid()}").touch()
    time.sleep(seconds)
    return number


def meet(value: tuple[Path, int], _: float | None, __: Stop) -> int:
    """Say by which worker it has begun, and wait until another worker has begun one too."""
    folder, number = value
    (folder / f"{number}-{os.getppid()}").touch()
    until = time.monotonic() + 90
    while len({each.name.partition("-")[2] for each in folder.iterdir()}) < 2:
        if time.monotonic() > until:
            raise UnknownName("no other worker has begun any")
        time.sleep(0.05)
    return number


def size(value: tuple[bytes, int], _: float | None, __: Stop) -> int:
    return len(value[0]) + value[1]


def die(folder: Path, _: float | None, __: Stop) -> None:
    """End the process, as if memory had run out."""
    (folder / str(os.getpid())).touch()
    os.kill(os.getpid(), signal.SIGKILL)


def kill_worker(folder: Path, _: float | None, __: Stop) -> None:
    """End the worker itself."""
    (folder / str(os.getppid())).touch()
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(600)
