"""``selector worker`` in processes of their own, and what they start."""

import contextlib
import os
import random
import signal
import subprocess
from types import TracebackType
from typing import Self

from benchmarks.service.place import PROGRAM, Place
from benchmarks.service.processes import children

_TO_END = 10.0


class Workers:
    """So many, started again when they end, for as long as the context lasts."""

    def __init__(self, place: Place, number: int) -> None:
        self._place = place
        self._log = place.folder / "workers.log"
        self._processes = [self._started() for _ in range(number)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            try:
                process.wait(_TO_END)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def kill_worker(self, dice: random.Random) -> bool:
        """Kill one: the process that takes runs, or the one that sees to it."""
        there = self._working()
        if not there or dice.random() < 1 / 4:
            at = dice.randrange(len(self._processes))
            self._processes[at].kill()
            self._processes[at].wait()
            self._processes[at] = self._started()
            return True
        return _kill(dice.choice(there))

    def kill_solver(self, dice: random.Random) -> bool:
        """Kill a process that solves; whether there was one."""
        there = [pid for worker in self._working() for pid in children(worker)]
        return bool(there) and _kill(dice.choice(there))

    def _working(self) -> list[int]:
        return [pid for process in self._processes for pid in children(process.pid)]

    def _started(self) -> "subprocess.Popen[bytes]":
        with self._log.open("ab") as log:
            return subprocess.Popen(
                [*PROGRAM, "worker"],
                env=self._place.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is the runner's to handle
            )


def _kill(pid: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
        return True
    return False
