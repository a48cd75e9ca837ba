"""The solvers that PuLP drives: those the engine can read, and all others."""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from importlib.util import find_spec

import pulp

from models import ExtraMissing, UnknownName
from selector.solve.others.cbc import CBC
from selector.solve.others.copt import COPT
from selector.solve.others.cplex import CPLEX
from selector.solve.others.gurobi import GUROBI
from selector.solve.others.instance import class_names, is_available
from selector.solve.others.scip import SCIP
from selector.solve.others.solver import Solver
from selector.solve.others.xpress import XPRESS

# What most of PuLP's classes take, by the field of ``Asked`` that it passes on.
_USUAL: Mapping[str, str | float] = {
    "timeLimit": "seconds",
    "gapAbs": "absolute_gap",
    "gapRel": "relative_gap",
    "warmStart": "start",
    "threads": 1,
}
MOSEK = Solver("mosek", "MOSEK", ("MOSEK",), "pip install mosek, and a licence", "mosek", {"timeLimit": "seconds"})
GLPK = Solver(
    "glpk", "GLPK", ("GLPK_CMD", "PYGLPK"), "your system's package glpk-utils", None, {"timeLimit": "seconds"}
)
TABLE = (CBC, SCIP, GUROBI, CPLEX, XPRESS, COPT, MOSEK, GLPK)
_PACKAGES = {each: solver.package for solver in TABLE for each in solver.classes}
_NEAR = 0.5


def solver_named(name: str) -> Solver:
    """The solver of a name, its classes narrowed to those that are installed; PuLP's own names serve as well.

    Raises
    ------
    UnknownName
        if PuLP drives no such solver.
    ExtraMissing
        if it is not installed.
    """
    solver = _known(name)
    installed = tuple(each for each in solver.classes if is_installed(each))
    if not installed:
        raise ExtraMissing(
            f"the solver {solver.name} is not installed; installed are: {', '.join(installed_names())}. "
            f"To install it: {solver.install}."
        )
    return replace(solver, classes=installed)


def installed_names() -> list[str]:
    """Names of the solvers that can run here, as a user types them."""
    return ["highs", *(name for name, classes in _named() if any(map(is_installed, classes)))]


def is_installed(pulp_class: str) -> bool:
    """Whether what a class of PuLP's drives is there; not whether its licence is good, which a run will tell."""
    package = _PACKAGES.get(pulp_class)
    return is_available(pulp_class) if package is None else find_spec(package) is not None


def _known(name: str) -> Solver:
    lower = name.lower()
    for solver in TABLE:
        if lower == solver.name:
            return replace(solver, classes=tuple(each for each in solver.classes if hasattr(pulp, each)))
        for pulp_class in solver.classes:
            if lower == pulp_class.lower() and hasattr(pulp, pulp_class):
                return replace(solver, name=pulp_class, classes=(pulp_class,))
    for pulp_class in class_names():
        if lower == pulp_class.lower():
            return _plain(pulp_class)
    names = ["highs", *(known for known, _ in _named())]
    near = get_close_matches(lower, names, cutoff=_NEAR)
    hint = f"did you mean {' or '.join(near)}? Known" if near else "known"
    raise UnknownName(f"there is no solver {name!r}; {hint} are: {', '.join(names)}")


def _plain(pulp_class: str) -> Solver:
    """A solver that PuLP drives and the engine cannot read."""
    taken = inspect.signature(getattr(pulp, pulp_class).__init__).parameters
    arguments: dict[str, str | float] = {word: value for word, value in _USUAL.items() if word in taken}
    return Solver(pulp_class, pulp_class, (pulp_class,), "see PuLP's guide to configuring solvers", None, arguments)


def _named() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each solver by the name a user types, with PuLP's classes for it."""
    told = {"HiGHS"}  # driven directly, without PuLP
    for solver in TABLE:
        told.update((*solver.classes, solver.name.upper()))  # PuLP has an XPRESS of its own
        yield solver.name, tuple(each for each in solver.classes if hasattr(pulp, each))
    for pulp_class in class_names():
        if pulp_class not in told:
            yield pulp_class.lower(), (pulp_class,)
