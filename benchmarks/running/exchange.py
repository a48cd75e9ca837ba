"""What passes between the runner and an engine's process: files in a folder. Imports nothing of the engine."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.answer import Answer, Status, relative_gap
from benchmarks.running.memory import peak_mb

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

_PROGRAM = "program.npz"
_ANSWER = "answer.json"
# A solver may break a row by as much, rows being scaled to about 1; and rounding to whole columns adds its own.
_TOLERANCE = 1e-5


@dataclass(frozen=True)
class BinaryProgram:
    """Minimise ``cost @ x`` over x in {0, 1}, ``row_lower <= A @ x <= row_upper``; A by rows in compressed form."""

    start: Ints
    index: Ints
    value: Floats
    row_lower: Floats
    row_upper: Floats
    cost: Floats
    """Pounds."""
    base: Floats
    """``base @ x`` is what the gap is a share of."""

    def admits(self, columns: Floats) -> bool:
        """Whether a solution of whole numbers keeps every row and bound."""
        rows = np.repeat(np.arange(len(self.row_lower)), np.diff(self.start))
        activity = np.bincount(rows, self.value * columns[self.index], minlength=len(self.row_lower))
        kept = (activity >= self.row_lower - _TOLERANCE) & (activity <= self.row_upper + _TOLERANCE)
        return bool(kept.all() and np.isin(columns, (0, 1)).all())


@dataclass(frozen=True)
class Finding:
    """What a peer found: its own word for it, the columns of its best solution, and its bound in pounds."""

    status: Status
    columns: Floats | None
    bound: float | None


@dataclass(frozen=True)
class Report:
    """An engine's answer and the memory that it took."""

    answer: Answer
    peak_mb: float


def write_program(folder: Path, program: BinaryProgram) -> None:
    """Hand a program over."""
    np.savez(folder / _PROGRAM, **{field.name: getattr(program, field.name) for field in fields(program)})


def read_program(folder: Path) -> BinaryProgram:
    """The program handed over."""
    with np.load(folder / _PROGRAM) as file:
        return BinaryProgram(**{field.name: file[field.name] for field in fields(BinaryProgram)})


def write_report(folder: Path, report: Report) -> None:
    """Hand an answer back, whole or not at all."""
    written = folder / f"{_ANSWER}.part"
    written.write_text(json.dumps(asdict(report), allow_nan=False), encoding="utf-8")
    written.replace(folder / _ANSWER)


def take_report(folder: Path) -> Report | None:
    """The answer handed back, which is gone then; None where there is none."""
    path = folder / _ANSWER
    if not path.exists():
        return None
    report = json.loads(path.read_text(encoding="utf-8"))
    path.unlink()
    return Report(Answer(**report["answer"]), report["peak_mb"])


def serve(solve: Callable[[BinaryProgram, float, float], Finding]) -> None:
    """Be a peer's process: solve the program in the folder that the command line names, and leave the answer there.

    The clock runs from the program in memory to the solution in memory; the objective is added up here.
    """
    folder, seconds, gap = Path(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    program = read_program(folder)
    began = time.perf_counter()
    finding = solve(program, seconds, gap)
    taken = time.perf_counter() - began
    write_report(folder, Report(weighed(program, finding, taken), peak_mb()))


def weighed(program: BinaryProgram, finding: Finding, seconds: float) -> Answer:
    """A finding as an answer, its solution held against the program.

    Raises
    ------
    ValueError
        if the solution breaks the program, or is missing where the status claims one.
    """
    bound = _tidy(finding.bound) if finding.bound is not None and np.isfinite(finding.bound) else None
    if finding.columns is None:
        if finding.status in ("optimal", "feasible"):
            raise ValueError(f"the solver says {finding.status} and gives no solution")
        return Answer(finding.status, None, None if finding.status == "infeasible" else bound, None, seconds)
    columns = np.rint(finding.columns)
    if not program.admits(columns):
        raise ValueError("the solver's solution breaks the program")
    objective = _tidy(float(program.cost @ columns))
    gap = relative_gap(objective, bound, float(program.base @ columns))
    return Answer(finding.status, objective, bound, gap, seconds)


def _tidy(pounds: float) -> float:
    """Without the dust of adding floats up."""
    return round(pounds, 6)
