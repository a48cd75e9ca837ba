"""What passes between the runner and an engine's process: files in a folder. Imports nothing of the engine."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.answer import Answer
from benchmarks.running import mixed_program
from benchmarks.running.course import Point
from benchmarks.running.mixed_program import MixedProgram

_PROGRAM = "program.npz"
_ANSWER = "answer.json"


@dataclass(frozen=True)
class Report:
    """An engine's answer, the memory that it took, and how it came to it."""

    answer: Answer
    peak_mb: float
    build_seconds: float | None = None
    """What laying the solver's model took, which is no part of the answer's seconds; None where it is."""
    course: tuple[Point, ...] = ()


def write_program(folder: Path, program: MixedProgram) -> None:
    """Hand a program over."""
    mixed_program.write(folder / _PROGRAM, program)


def read_program(folder: Path) -> MixedProgram:
    """The program handed over."""
    return mixed_program.read(folder / _PROGRAM)


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
    return Report(
        answer=Answer(**report["answer"]),
        peak_mb=report["peak_mb"],
        build_seconds=report["build_seconds"],
        course=tuple(Point(*point) for point in report["course"]),
    )
