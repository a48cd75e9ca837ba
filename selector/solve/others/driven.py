"""A program in any solver that PuLP drives, laid anew for each goal."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pulp
from numpy.typing import NDArray

from models import SolverFailed
from selector.program import Program, excess_of_awards
from selector.solve.backend import Ending, Search, Watch, scale
from selector.solve.others.arguments import arguments
from selector.solve.others.instance import instance
from selector.solve.others.model import Model, Row, rows_of
from selector.solve.others.problem import problem_of
from selector.solve.others.solver import Asked, Ran, Said, Solver

# These solvers tell what they found only at their end: one that was ended at the limit would have told nothing.
# Kept back are the seconds that a process takes to start, some for what a solver takes beyond its limit, and what it
# took to lay the program twice more: for the solver to take it in, and for its answer to come back.
_START, _BEYOND, _MOST_KEPT_BACK, _AGAIN = 0.8, 0.05, 0.5, 2
_LEAST_SECONDS = 0.01
_WHOLE = 1e-4


class Driven:
    """A program in a solver of PuLP's. Not safe for several threads."""

    method = ""
    """As a certificate says of the solver."""

    def __init__(self, program: Program, solver: Solver) -> None:
        self._program = program
        self._solver = solver
        self._rows: list[Row] = []
        self._impossible = False
        for row in rows_of(program.matrix, program.row_lower, program.row_upper):
            if row.index:
                self._rows.append(row)
            elif not (row.right >= 0, row.right <= 0, row.right == 0)[row.sense]:
                self._impossible = True  # PuLP knows no row without columns

    def add_row(self, coefficients: NDArray[np.float64], upper: float) -> None:
        """Add a row over all columns, ``coefficients @ x <= upper``, scaled so that its largest coefficient is about 1."""
        factor = scale(coefficients)
        if factor:
            scaled = coefficients * factor
            index = np.flatnonzero(scaled)
            self._rows.append(Row(index.tolist(), scaled[index].tolist(), 0, upper * factor))

    @contextmanager
    def only_for_now(self) -> Iterator[None]:
        """Take back, at the end, the rows added meanwhile."""
        before = len(self._rows)
        try:
            yield
        finally:
            del self._rows[before:]

    def minimise(
        self,
        goal: NDArray[np.float64],
        watch: Watch,
        *,
        absolute_gap: float,
        relative_gap: float,
        seconds: float | None,
        nodes: int | None = None,
        start: NDArray[np.float64] | None = None,
        presolve: bool = True,
    ) -> Search:
        """Search for the least ``goal`` until it is proven to either gap, or a limit ends the search."""
        if self._impossible:
            return Search("infeasible", None, -np.inf)
        if watch.stop():
            return Search("stopped", None, -np.inf)
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="selector-") as folder:
            # Solvers measure a gap against the award, its bound or the larger of both: this is within it by any of them.
            relative = relative_gap / (1 + relative_gap)
            log = str(Path(folder) / "log")
            # A penny stays visible next to what awards differ by, not next to the millions that all of them pay.
            shifted, least = goal, 0.0
            if relative_gap == 0:  # over what every award pays: smaller figures, of which less is lost
                shifted, of_lots = excess_of_awards(self._program, goal)
                least = float(of_lots.sum())
            # PuLP 4 cannot start from a solution where the goal is nothing: it adds a column of its own.
            begun = True if start is not None and shifted.any() else None
            model = Model(shifted, self._program.upper, self._program.integral, tuple(self._rows))
            problem, variables = problem_of(model, start)
            if seconds is not None:
                laying = time.monotonic() - began
                kept_back = min(_START + _BEYOND * seconds + _AGAIN * laying, _MOST_KEPT_BACK * seconds)
                seconds -= laying + kept_back
                if seconds < _LEAST_SECONDS:
                    return Search("time", None, -np.inf)
            asked = Asked(absolute_gap, relative, seconds, nodes, begun, log)
            said = self._run(problem, asked, presolve=presolve, folder=folder)
            values = self._values(variables) if said.found else None
        bound = said.bound
        columns = None
        if values is not None:
            columns = np.rint(values).astype(np.int64)
            if said.bound_by_gap:
                value = float(shifted @ values)
                bound = max(bound, value - max(absolute_gap, relative * abs(value)))
            watch.improved(columns)
        bound += least
        watch.progress(bound)
        ending: Ending = "failed" if said.ending == "proven" and columns is None else said.ending
        return Search(ending, columns, bound)

    def _run(self, problem: Any, asked: Asked, *, presolve: bool, folder: str) -> Said:
        solver = instance(self._solver.classes[0], **arguments(self._solver, asked, presolve=presolve))
        if hasattr(solver, "tmpDir"):
            solver.tmpDir = folder
        log = Path(asked.log)
        try:
            problem.solve(solver)
        except Exception as error:
            if isinstance(error, pulp.PulpSolverError) and log.exists():
                return Said("failed", found=False)  # CBC crashes once in some hundred cases, and tells nothing
            raise SolverFailed(f"{self._solver.title} broke down: {error}") from error
        read = self._solver.read
        if read is None:
            return Said("failed", found=True)
        return read(Ran(problem, log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""))

    def _values(self, variables: list[Any]) -> NDArray[np.float64] | None:
        """The values that a solver left, whole where they must be; None where they are none that a program could have."""
        values = [variable.varValue for variable in variables]
        if any(value is None for value in values):
            return None
        found = np.array(values, dtype=np.float64)
        whole, integral = np.rint(found), self._program.integral
        if (np.abs(found - whole)[integral] > _WHOLE).any():
            return None
        found = np.where(integral, whole, np.clip(found, 0.0, self._program.upper))
        if (found < 0).any() or (found > self._program.upper).any():
            return None
        return found
