"""CBC: read from its log and from the line that heads its solution."""

import re
import subprocess
from collections.abc import Mapping
from decimal import Decimal

from selector.solve.backend import Ending
from selector.solve.others.instance import instance, is_available
from selector.solve.others.solver import Ran, Said, Solver, worded

_TITLE = "CBC"
_CLASSES = ("PULP_CBC_CMD", "COIN_CMD")
# What a log says at its end. "Partial search" alone says nothing: a search that met its gap is partial as well.
_RESULT = re.compile(r"^Result - (.+?)\s*$", re.MULTILINE)
_RESULTS: Mapping[str, Ending] = {
    "Optimal solution found": "proven",
    "Optimal solution found (within gap tolerance)": "proven",
    "Problem proven infeasible": "infeasible",
    "Linear relaxation infeasible": "infeasible",
    "Stopped on time limit": "time",
    "Stopped on node limit": "nodes",
    "Stopped on iteration limit": "nodes",
    "Stopped on solution limit": "nodes",
    "User ctrl-cuser ctrl-c": "stopped",
    "User ctrl-c": "stopped",
    "Difficulties during run": "failed",
    "Linear relaxation unbounded": "failed",
}
# Where CBC ends before its search, there is no result; these lines say so.
_EARLY: tuple[tuple[re.Pattern[str], Ending], ...] = (
    (re.compile(r"stopped on time", re.IGNORECASE), "time"),
    (re.compile(r"^Problem is infeasible", re.MULTILINE), "infeasible"),
    (re.compile(r"^Analysis indicates model infeasible", re.MULTILINE | re.IGNORECASE), "infeasible"),
    (re.compile(r"^Pre-?processing says infeasible", re.MULTILINE | re.IGNORECASE), "infeasible"),
)
_BOUND = re.compile(r"^Lower bound:\s+(\S+)", re.MULTILINE)
_VALUE = re.compile(r"^Objective value:\s+(\S+)", re.MULTILINE)
_BANNER = re.compile(r"^Version:\s*(.+?)\s*$\s*^Build Date:\s*(.+?)\s*$", re.MULTILINE)


def _read(ran: Ran) -> Said:
    results = _RESULT.findall(ran.log)
    if results:
        ending = worded(_RESULTS, results[-1], _TITLE)
        bounds = _BOUND.findall(ran.log)
        return Said(
            ending=ending,
            found=_VALUE.search(ran.log) is not None,
            bound=_floor(bounds[-1]) if bounds else float("-inf"),
            bound_by_gap=ending == "proven",
        )
    for line, ending in _EARLY:
        if line.search(ran.log):
            return Said(ending, found=False)
    return Said("failed", found=False)


def _floor(text: str) -> float:
    """The figure less one of its last place: it was rounded to be printed, perhaps upwards."""
    figure = Decimal(text)
    exponent = figure.as_tuple().exponent
    return float(figure - Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else float("-inf")


def _version() -> str:
    path = next(instance(each).path for each in _CLASSES if is_available(each))
    banner = subprocess.run([path, "-quit"], capture_output=True, text=True, check=False, timeout=60)  # noqa: S603  (the solver itself)
    found = _BANNER.search(banner.stdout)
    return f"{found[1]} of {found[2]}" if found else "of unknown version"


CBC = Solver(
    name="cbc",
    title=_TITLE,
    classes=_CLASSES,
    install="pip install 'supplier-selector[solvers]', or a `cbc` on the path",
    # Threads are left at CBC's own 0: even one is a search of another kind.
    arguments={
        "gapAbs": "absolute_gap",
        "gapRel": "relative_gap",
        "timeLimit": "seconds",
        "maxNodes": "nodes",
        "warmStart": "start",
        "logPath": "log",
    },
    options={
        # Its preprocessing strengthens rows within a tolerance, and so loses awards that meet a limit to the penny.
        "preprocess off": 1,
        "primalTolerance {}": "tolerance",
        "dualTolerance {}": "tolerance",
        "integerTolerance {}": "tolerance",
        # Left alone, it passes over awards that are better by less than its default.
        "increment {}": "absolute_gap",
        "randomCbcSeed {}": 1,
        "randomSeed {}": 1,
    },
    arguments_without_presolve={"presolve": False},
    read=_read,
    version=_version,
)
