"""SCIP: read from its own model, through pyscipopt."""

import math
from collections.abc import Mapping

from selector.solve.backend import Ending
from selector.solve.others.solver import Ran, Said, Solver, worded

_TITLE = "SCIP"
_WORDS: Mapping[str, Ending] = {
    "optimal": "proven",
    "gaplimit": "proven",
    "infeasible": "infeasible",
    "inforunbd": "infeasible",  # every column is bounded
    "timelimit": "time",
    "userinterrupt": "stopped",
    "terminate": "stopped",
    "nodelimit": "nodes",
    "totalnodelimit": "nodes",
    "stallnodelimit": "nodes",
    "memlimit": "failed",
    "unbounded": "failed",
    "unknown": "failed",
}


def _read(ran: Ran) -> Said:
    model = ran.problem.solverModel
    bound = float(model.getDualbound())
    return Said(
        ending=worded(_WORDS, model.getStatus(), _TITLE),
        found=model.getNSols() > 0,
        bound=-math.inf if model.isInfinity(abs(bound)) else bound,
    )


def _version() -> str:
    import pyscipopt  # only where it is asked for

    model = pyscipopt.Model()
    return f"{model.getMajorVersion()}.{model.getMinorVersion()}.{model.getTechVersion()}"


SCIP = Solver(
    name="scip",
    title=_TITLE,
    classes=("SCIP_PY",),
    package="pyscipopt",
    install="pip install 'supplier-selector[solvers]'",
    arguments={
        "gapAbs": "absolute_gap",
        "gapRel": "relative_gap",
        "timeLimit": "seconds",
        "maxNodes": "nodes",
        "warmStart": "start",
    },
    options={
        "numerics/feastol={}": "tolerance",
        "numerics/dualfeastol={}": "tolerance",
        "misc/catchctrlc={}": 0,
        "lp/threads={}": 1,
        "randomization/randomseedshift={}": 0,
    },
    options_without_presolve=("presolving/maxrounds=0", "presolving/maxrestarts=0"),
    read=_read,
    version=_version,
)
