"""The engine by itself, in a process that has answered before."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from models import SelectorError

_MODULE = "benchmarks.service.alone_process"
_CHECKOUT = Path(__file__).resolve().parents[2]


class EngineEnded(SelectorError):
    """The engine's process has ended before its answer."""


@dataclass(frozen=True)
class Answered:
    """What the engine came to."""

    seconds: float
    award: bytes


class Alone:
    """The process. Cases are named by their position."""

    def __init__(self, folder: Path, cases: Sequence[bytes]) -> None:
        self._paths = [folder / f"{position}.json" for position in range(len(cases))]
        for path, case in zip(self._paths, cases, strict=True):
            path.write_bytes(case)
        path_of_modules = os.pathsep.join(filter(None, (str(_CHECKOUT), *sys.path)))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": path_of_modules},
            start_new_session=True,  # Ctrl-C is the runner's to handle
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def answer(self, case: int) -> Answered:
        """The evaluation of a case.

        Raises
        ------
        EngineEnded
            if there is none.
        """
        asked, told = self._process.stdin, self._process.stdout
        if asked is None or told is None:
            raise TypeError("both are pipes")
        asked.write(f"{self._paths[case]}\n")
        asked.flush()
        line = told.readline()
        if not line:
            raise EngineEnded(f"the engine ended with exit status {self._process.wait()}")
        return Answered(float(line), self._paths[case].with_suffix(".award").read_bytes())
