"""CP-SAT of OR-Tools, as its users set it up: default options but for workers, gap and time limit.

It takes whole columns and whole coefficients only: ``whole_numbers`` says how rows and costs become whole.
"""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.answer import Status
from benchmarks.peers import whole_numbers
from benchmarks.running.course import Course
from benchmarks.running.mixed_program import MixedProgram
from benchmarks.running.serving import Asked, Finding, serve

# A word of the solver's that is not here is an error, never a guess.
_WORDS: Mapping[str, Status] = {
    "OPTIMAL": "optimal",
    "FEASIBLE": "feasible",
    "INFEASIBLE": "infeasible",
    "UNKNOWN": "unknown",
}


class _Watch(cp_model.CpSolverSolutionCallback):
    """Notes each better solution; ``multiplier`` is what costs were multiplied by."""

    def __init__(self, course: Course, multiplier: float) -> None:
        super().__init__()
        self._course = course
        self._multiplier = multiplier

    def on_solution_callback(self) -> None:
        self._course.add(self.objective_value / self._multiplier, None)


def solve(program: MixedProgram, asked: Asked, course: Course) -> Finding:
    """Solve a program of whole columns for at most so many seconds, or to a relative gap.

    Raises
    ------
    ValueError
        if a column need not be whole, or has no bound.
    RuntimeError
        if CP-SAT refuses the program.
    """
    if not program.integral.all() or not np.isfinite(program.upper).all():
        raise ValueError("CP-SAT takes whole columns with bounds only")
    model, multiplier = _model(program)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = asked.seconds
    solver.parameters.num_workers = asked.cores
    solver.parameters.relative_gap_limit = asked.gap
    solver.best_bound_callback = lambda bound: course.add(None, bound / multiplier)
    course.begin()
    word = solver.status_name(solver.solve(model, _Watch(course, multiplier)))
    if word not in _WORDS:
        raise RuntimeError(f"CP-SAT ended with {word}")
    status = _WORDS[word]
    found = status in ("optimal", "feasible")
    return Finding(
        status=status,
        columns=np.fromiter(solver.response_proto.solution, np.float64, len(program.cost)) if found else None,
        # Where it was stopped before it had anything, its bound is a 0 that nobody proved.
        bound=solver.best_objective_bound / multiplier if found else course.bound,
    )


def _model(program: MixedProgram) -> tuple[cp_model.CpModel, float]:
    """The program in whole numbers, and what its costs were multiplied by."""
    model = cp_model.CpModel()
    columns = [model.new_int_var(0, upper, "") for upper in program.upper.astype(np.int64).tolist()]
    for row, (first, last) in enumerate(pairwise(program.start.tolist())):
        index = program.index[first:last]
        for whole in whole_numbers.rows(
            program.value[first:last],
            float(program.row_lower[row]),
            float(program.row_upper[row]),
            program.upper[index],
        ):
            model.add_linear_expression_in_domain(
                cp_model.LinearExpr.weighted_sum([columns[k] for k in index.tolist()], whole.coefficients),
                cp_model.Domain(
                    cp_model.INT_MIN if whole.lower is None else whole.lower,
                    cp_model.INT_MAX if whole.upper is None else whole.upper,
                ),
            )
    cost, multiplier = whole_numbers.least(program.cost, program.upper)
    model.minimize(cp_model.LinearExpr.weighted_sum(columns, cost))
    return model, multiplier


if __name__ == "__main__":
    serve(solve)
