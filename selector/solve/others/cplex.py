"""CPLEX: read from its own model, as its reference manual defines solution status codes."""

import math
from collections.abc import Mapping

from selector.solve.backend import Ending
from selector.solve.others.solver import Ran, Said, Solver, worded

_TITLE = "CPLEX"
_CODES: Mapping[int, Ending] = {
    3: "infeasible",  # of the relaxation, in presolve
    4: "infeasible",  # or unbounded: every column is bounded
    11: "time",
    101: "proven",  # optimal
    102: "proven",  # within the gaps asked for
    103: "infeasible",
    104: "nodes",  # solutions
    105: "nodes",
    106: "nodes",
    107: "time",
    108: "time",
    109: "failed",
    110: "failed",
    111: "failed",  # memory
    112: "failed",
    113: "stopped",
    114: "stopped",
    115: "failed",  # optimal, with infeasibilities once unscaled
    116: "failed",
    117: "failed",
    118: "failed",  # unbounded
    119: "infeasible",  # or unbounded
    127: "failed",  # feasible
    131: "time",  # in ticks
    132: "time",
}


def _read(ran: Ran) -> Said:
    solution = ran.problem.solverModel.solution
    ending = worded(_CODES, int(solution.get_status()), _TITLE)
    if ending == "infeasible":
        return Said(ending, found=False)  # there is no bound to ask for
    bound = float(solution.MIP.get_best_objective())
    return Said(ending, found=bool(solution.is_primal_feasible()), bound=bound if abs(bound) < 1e20 else -math.inf)


CPLEX = Solver(
    name="cplex",
    title=_TITLE,
    classes=("CPLEX_PY",),
    package="cplex",
    install="pip install cplex, and a licence for more than small cases",
    arguments={
        "mip.tolerances.absmipgap": "absolute_gap",
        "mip.tolerances.mipgap": "relative_gap",
        "timelimit": "seconds",
        "mip.limits.nodes": "nodes",
        "simplex.tolerances.feasibility": "tolerance",
        "simplex.tolerances.optimality": "tolerance",
        "mip.tolerances.integrality": "tolerance",
        "randomseed": 1,
        "threads": 1,
        "warmStart": "start",
    },
    arguments_without_presolve={"preprocessing.presolve": 0},
    read=_read,
)
