"""COPT: read from its own model, as its reference manual defines status codes and attributes."""

import math
from collections.abc import Mapping

from selector.solve.backend import Ending
from selector.solve.others.solver import Ran, Said, Solver, worded

_TITLE = "COPT"
_CODES: Mapping[int, Ending] = {
    1: "proven",
    2: "infeasible",
    3: "failed",  # unbounded
    4: "infeasible",  # or unbounded: every column is bounded
    5: "failed",  # numbers
    6: "nodes",
    7: "failed",  # imprecise
    8: "time",
    9: "failed",  # unfinished
    10: "stopped",
}


def _read(ran: Ran) -> Said:
    model = ran.problem.solverModel
    ending = worded(_CODES, int(model.status), _TITLE)
    bound = float(model.bestbnd)
    return Said(ending, found=bool(model.hasmipsol), bound=bound if abs(bound) < 1e29 else -math.inf)


COPT = Solver(
    name="copt",
    title=_TITLE,
    classes=("COPT",),
    package="coptpy",
    install="pip install coptpy, and a licence for more than small cases",
    arguments={
        "AbsGap": "absolute_gap",
        "RelGap": "relative_gap",
        "TimeLimit": "seconds",
        "NodeLimit": "nodes",
        "FeasTol": "tolerance",
        "DualTol": "tolerance",
        "IntTol": "tolerance",
        "Threads": 1,
        "warmStart": "start",
    },
    arguments_without_presolve={"Presolve": 0},
    read=_read,
)
