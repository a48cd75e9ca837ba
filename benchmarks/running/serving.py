"""A peer's process: a program in, an answer out that was held against the program. Imports nothing of the engine."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.answer import Answer, Status, relative_gap
from benchmarks.running.cores import cores
from benchmarks.running.course import Course
from benchmarks.running.exchange import Report, read_program, write_report
from benchmarks.running.memory import peak_mb
from benchmarks.running.mixed_program import Floats, MixedProgram


@dataclass(frozen=True)
class Asked:
    """What every peer is asked for."""

    seconds: float
    """Of search; laying the solver's model is not counted."""
    gap: float
    """Relative gap that will do."""
    cores: int


@dataclass(frozen=True)
class Finding:
    """What a peer found: its own word for it, the columns of its best solution, and its bound in the problem's money."""

    status: Status
    columns: Floats | None
    bound: float | None


Solve = Callable[[MixedProgram, Asked, Course], Finding]


def serve(solve: Solve) -> None:
    """Be a peer's process: solve the program in the folder that the command line names, and leave the answer there.

    The clock runs from the model in the solver to the solution in memory; the objective is added up here.
    """
    folder, seconds, gap = Path(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    program = read_program(folder)
    course = Course()
    finding = solve(program, Asked(seconds, gap, cores()), course)
    answer = weighed(program, finding, course.seconds)
    write_report(
        folder,
        Report(
            answer=answer,
            peak_mb=peak_mb(),
            build_seconds=round(course.building, 3),
            course=course.ended(answer.objective, answer.bound, answer.seconds),
        ),
    )


def weighed(program: MixedProgram, finding: Finding, seconds: float) -> Answer:
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
    columns = program.rounded(finding.columns)
    if not program.admits(columns):
        raise ValueError("the solver's solution breaks the program")
    objective = _tidy(float(program.cost @ columns))
    base = abs(_tidy(float(program.base @ columns)))
    return Answer(finding.status, objective, bound, relative_gap(objective, bound, base), seconds, base)


def _tidy(pounds: float) -> float:
    """Without the dust of adding floats up."""
    return round(pounds, 6)
