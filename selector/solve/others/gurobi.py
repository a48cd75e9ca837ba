"""Gurobi: read from its own model, as its reference manual defines status codes and attributes."""

import math
from collections.abc import Mapping

from selector.solve.backend import Ending
from selector.solve.others.solver import Ran, Said, Solver, worded

_TITLE = "Gurobi"
_CODES: Mapping[int, Ending] = {
    2: "proven",  # OPTIMAL, to the gaps asked for
    3: "infeasible",  # INFEASIBLE
    4: "infeasible",  # INF_OR_UNBD: every column is bounded
    5: "failed",  # UNBOUNDED
    7: "nodes",  # ITERATION_LIMIT
    8: "nodes",  # NODE_LIMIT
    9: "time",  # TIME_LIMIT
    10: "nodes",  # SOLUTION_LIMIT
    11: "stopped",  # INTERRUPTED
    12: "failed",  # NUMERIC
    13: "failed",  # SUBOPTIMAL
    16: "failed",  # WORK_LIMIT
    17: "failed",  # MEM_LIMIT
}


def _read(ran: Ran) -> Said:
    model = ran.problem.solverModel
    ending = worded(_CODES, int(model.Status), _TITLE)
    if ending == "infeasible":
        return Said(ending, found=False)  # there is no bound to ask for
    bound = float(model.ObjBound)
    return Said(ending, found=model.SolCount > 0, bound=bound if abs(bound) < 1e100 else -math.inf)


GUROBI = Solver(
    name="gurobi",
    title=_TITLE,
    classes=("GUROBI",),
    package="gurobipy",
    install="pip install gurobipy, and a licence",
    # As parameters of Gurobi's own: PuLP passes over a gap of 0.
    arguments={
        "OutputFlag": 0,  # first: it would tell of each that follows
        "MIPGapAbs": "absolute_gap",
        "MIPGap": "relative_gap",
        "TimeLimit": "seconds",
        "NodeLimit": "nodes",
        "FeasibilityTol": "tolerance",
        "IntFeasTol": "tolerance",
        "OptimalityTol": "tolerance",
        "Threads": 1,
        "Seed": 0,
        "warmStart": "start",
    },
    arguments_without_presolve={"Presolve": 0},
    read=_read,
)
