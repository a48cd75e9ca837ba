"""SCIP through PySCIPOpt, as its users set it up: default options but for gap and time limit.

Its default search has one thread.
"""

from collections.abc import Mapping

import numpy as np
from pyscipopt import Eventhdlr, Model, quicksum
from pyscipopt.scip import PY_SCIP_EVENTTYPE as EVENTTYPE
from pyscipopt.scip import Event, Variable

from benchmarks.answer import Status
from benchmarks.running.course import Course
from benchmarks.running.mixed_program import MixedProgram
from benchmarks.running.serving import Asked, Finding, serve

# A word of the solver's that is not here is an error, never a guess.
_PROOFS: Mapping[str, Status] = {
    "optimal": "optimal",
    "gaplimit": "optimal",  # the gap asked for
    "infeasible": "infeasible",
    "inforunbd": "infeasible",  # the objective is bounded
}


class _Watch(Eventhdlr):
    """Notes each better solution and each better bound."""

    def __init__(self, course: Course) -> None:
        self._course = course

    def eventinit(self) -> None:
        for kind in (EVENTTYPE.BESTSOLFOUND, EVENTTYPE.DUALBOUNDIMPROVED):
            self.model.catchEvent(kind, self)

    def eventexec(self, event: Event) -> None:  # noqa: ARG002  (the signature of a handler)
        self._course.add(self.model.getPrimalbound(), self.model.getDualbound())


def solve(program: MixedProgram, asked: Asked, course: Course) -> Finding:
    """Solve a program for at most so many seconds, or to a relative gap.

    Raises
    ------
    RuntimeError
        if SCIP ends in a way that is none of optimal, infeasible and time limit.
    """
    model = Model()
    model.hideOutput()
    columns = _lay(model, program)
    model.setParam("limits/time", asked.seconds)
    model.setParam("limits/gap", asked.gap)
    model.includeEventhdlr(_Watch(course), "course", "what was known when")
    course.begin()
    model.optimize()
    status = model.getStatus()
    if status not in _PROOFS and status != "timelimit":
        raise RuntimeError(f"SCIP ended with {status}")
    bound = float(model.getDualbound())
    best = model.getBestSol() if model.getNSols() else None
    return Finding(
        status=_PROOFS.get(status) or ("feasible" if best is not None else "unknown"),
        columns=None if best is None else np.array([best[column] for column in columns]),
        bound=None if model.isInfinity(abs(bound)) else bound,
    )


def _lay(model: Model, program: MixedProgram) -> list[Variable]:
    columns = [
        model.addVar(vtype="I" if whole else "C", lb=0, ub=None if np.isinf(upper) else upper, obj=cost)
        for whole, upper, cost in zip(
            program.integral.tolist(), program.upper.tolist(), program.cost.tolist(), strict=True
        )
    ]
    start, index, value = program.start.tolist(), program.index.tolist(), program.value.tolist()
    for row, (lower, upper) in enumerate(zip(program.row_lower.tolist(), program.row_upper.tolist(), strict=True)):
        part = range(start[row], start[row + 1])
        total = quicksum(value[k] * columns[index[k]] for k in part)
        if not part:  # nothing enters it: it holds, or nothing does
            total = 0 * columns[0]
        if np.isfinite(upper):
            held = model.addCons(total <= upper)
            if np.isfinite(lower):
                model.chgLhs(held, lower)
        elif np.isfinite(lower):
            model.addCons(total >= lower)
    return columns


if __name__ == "__main__":
    serve(solve)
