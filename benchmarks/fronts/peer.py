"""PyAUGMECON beside the engine: its problem handed over, and its answer taken back."""

import json
import os
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.fronts.format import Front, Values

_PROCESS = Path(__file__).with_name("pyaugmecon_process.py")


@dataclass(frozen=True)
class Answer:
    """Points as values to be minimised, and seconds of wall clock; ``complaint`` is empty where it ended well."""

    points: frozenset[Values] = frozenset()
    seconds: float | None = None
    searches: int | None = None
    complaint: str = ""


def solve(front: Front, *, python: str, workers: int, seconds: float) -> Answer:
    """The peer's answer, by an interpreter that has it, within so many seconds; what it started is gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "problem.json").write_text(json.dumps(_problem(front)), encoding="utf-8")
        with (folder / "said.txt").open("wb") as said:
            process = subprocess.Popen(
                [python, str(_PROCESS), str(folder), str(workers)],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                cwd=folder,  # it leaves logs where it stands
                start_new_session=True,
            )
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                return Answer(complaint=f"not done after {seconds:g} s")
            finally:
                _end(process)
        if process.returncode != 0:
            lines = (folder / "said.txt").read_text(encoding="utf-8", errors="replace").strip().splitlines()
            return Answer(complaint=lines[-1] if lines else f"exit status {process.returncode}")
        found = json.loads((folder / "answer.json").read_text(encoding="utf-8"))
        points = frozenset(tuple(-value for value in point) for point in found["points"])
        return Answer(points, found["seconds"], found["searches"])


def _problem(front: Front) -> dict[str, object]:
    """The problem as the peer's process reads it: maximised, with the least of each later objective where it is known."""
    program = front.program
    matrix = program.matrix
    rows = [
        (
            [
                [int(column), float(value)]
                for column, value in zip(
                    matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]],
                    matrix.data[matrix.indptr[row] : matrix.indptr[row + 1]],
                    strict=True,
                )
            ],
            _limit(program.row_lower[row]),
            _limit(program.row_upper[row]),
        )
        for row in range(matrix.shape[0])
    ]
    # What only its publisher's points tell: without it the grid would be larger. Of values to be maximised, the least.
    worst = (
        [max(front.sign * point[at] for point in front.known) for at in range(1, len(program))] if front.known else []
    )
    return {
        "columns": matrix.shape[1],
        "rows": rows,
        "objectives": (-program.objectives).tolist(),
        "nadir": [-value for value in worst] or None,
    }


def _limit(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _end(process: "subprocess.Popen[bytes]") -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # all of it had ended
    finally:
        process.wait()
