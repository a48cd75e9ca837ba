"""CBC through PuLP, as PuLP's users write it: a problem of variables and sums, solved by a file and a program.

Laying PuLP's objects is told apart; writing the file, CBC itself and reading its answer are part of the seconds.
"""

import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

if __name__ == "__main__":
    # PuLP loads every solver that it finds, and this process is for one.
    sys.modules.update(dict.fromkeys(("highspy", "pyscipopt")))  # type: ignore[arg-type]

import pulp

from benchmarks.peers import cbc_log
from benchmarks.running.course import Course
from benchmarks.running.mixed_program import MixedProgram
from benchmarks.running.serving import Asked, Finding, serve


def solve(program: MixedProgram, asked: Asked, course: Course) -> Finding:
    """Solve a program for at most so many seconds, or to a relative gap.

    Raises
    ------
    RuntimeError
        if no CBC is installed that PuLP can drive.
    ValueError
        if its log does not say how it ended.
    """
    if not _possible(program):
        course.begin()
        return Finding("infeasible", None, None)
    problem, columns = _problem(program)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "cbc.log"
        solver = _solver(msg=False, threads=asked.cores, timeLimit=asked.seconds, gapRel=asked.gap, logPath=str(log))
        course.begin()
        began = time.time()
        problem.solve(solver)
        text = log.read_text(encoding="utf-8", errors="replace")
        # CBC counts from its own start, which is after PuLP has written the file.
        lead = max(log.stat().st_mtime - began - (cbc_log.seconds(text) or 0.0), 0.0)
    for seconds, incumbent, bound in cbc_log.course(text):
        course.add(incumbent, bound, seconds=lead + seconds)
    said = cbc_log.ended(text)
    found = np.array([column.varValue or 0.0 for column in columns]) if said.found else None
    bound = said.bound
    if bound is None and found is not None and said.status == "optimal":
        value = float(program.cost @ program.rounded(found))
        bound = value - asked.gap * abs(value)
    return Finding(said.status, found, bound)


def _problem(program: MixedProgram) -> tuple[Any, list[Any]]:
    problem: Any = pulp.LpProblem("program", pulp.LpMinimize)
    columns = [
        problem.add_variable(
            f"x{k}", 0, None if np.isinf(upper) else upper, pulp.LpInteger if whole else pulp.LpContinuous
        )
        for k, (upper, whole) in enumerate(zip(program.upper.tolist(), program.integral.tolist(), strict=True))
    ]
    problem += pulp.lpDot(program.cost.tolist(), columns)
    index, value = program.index.tolist(), program.value.tolist()
    sides = zip(pairwise(program.start.tolist()), program.row_lower.tolist(), program.row_upper.tolist(), strict=True)
    for (first, last), lower, upper in sides:
        if first == last:
            continue
        total = pulp.lpSum(value[k] * columns[index[k]] for k in range(first, last))
        if lower == upper:
            problem += total == lower
            continue
        if np.isfinite(upper):
            problem += total <= upper
        if np.isfinite(lower):
            problem += total >= lower
    return problem, columns


def _possible(program: MixedProgram) -> bool:
    """Whether rows that no column enters hold: PuLP knows no such rows."""
    empty = np.diff(program.start) == 0
    return bool((program.row_lower[empty] <= 0).all() and (program.row_upper[empty] >= 0).all())


def _solver(**options: Any) -> Any:
    # PuLP 3 brings a CBC of its own; from version 4 on it comes with the extra pulp[cbc].
    for name in ("PULP_CBC_CMD", "COIN_CMD"):
        if hasattr(pulp, name):
            solver = getattr(pulp, name)(**options)
            if solver.available():
                return solver
    raise RuntimeError("PuLP finds no CBC: pip install 'pulp[cbc]'")


if __name__ == "__main__":
    serve(solve)
