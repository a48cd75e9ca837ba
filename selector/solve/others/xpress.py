"""Xpress: read from its own problem, as its reference manual defines its attributes."""

import math
from collections.abc import Mapping

from selector.solve.backend import Ending
from selector.solve.others.solver import Ran, Said, Solver, worded

_TITLE = "Xpress"
_PROVEN: Mapping[int, Ending] = {  # SOLSTATUS, where SOLVESTATUS says that the search was completed
    0: "failed",  # nothing found, nothing told
    1: "proven",  # optimal, to the gaps asked for
    2: "failed",  # feasible
    3: "infeasible",
    4: "failed",  # unbounded
}
_STOPPED: Mapping[int, Ending] = {  # STOPSTATUS, where it was not
    0: "failed",
    1: "time",
    2: "stopped",  # ctrl-C
    3: "nodes",
    4: "nodes",  # iterations
    5: "proven",  # the gap asked for
    6: "nodes",  # solutions
    7: "failed",  # memory
    9: "stopped",
    10: "failed",  # the relaxation could not be solved
    11: "failed",  # the licence was lost
    13: "failed",  # numbers
    14: "nodes",  # work
}
_COMPLETED = 3


def _read(ran: Ran) -> Said:
    attributes = ran.problem.solverModel.attributes
    if int(attributes.solvestatus) == _COMPLETED:
        ending = worded(_PROVEN, int(attributes.solstatus), _TITLE)
    else:
        ending = worded(_STOPPED, int(attributes.stopstatus), _TITLE)
    bound = float(attributes.bestbound)
    return Said(ending, found=int(attributes.mipsols) > 0, bound=bound if abs(bound) < 1e20 else -math.inf)


XPRESS = Solver(
    name="xpress",
    title=_TITLE,
    classes=("XPRESS_PY",),
    package="xpress",
    install="pip install xpress, and a licence for more than small cases",
    arguments={"timeLimit": "seconds", "warmStart": "start"},
    options={
        "MIPABSSTOP={}": "absolute_gap",
        "MIPRELSTOP={}": "relative_gap",
        "MAXNODE={}": "nodes",
        "FEASTOL={}": "tolerance",
        "OPTIMALITYTOL={}": "tolerance",
        "MIPTOL={}": "tolerance",
        # By default it looks only for what is better by more than a share of the best.
        "MIPRELCUTOFF={}": 0,
        "MIPADDCUTOFF={}": -1e-9,
        "THREADS={}": 1,
        "RANDOMSEED={}": 0,
    },
    options_without_presolve=("PRESOLVE=0", "MIPPRESOLVE=0"),
    read=_read,
)
