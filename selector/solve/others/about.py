"""What a certificate says of a solver that PuLP drives."""

from importlib.metadata import version

import pulp

from selector.solve.backend import About
from selector.solve.others.solver import TOLERANCE
from selector.solve.others.table import solver_named

_UNTOLD = 1e-6
"""What solvers commonly keep to where they are told nothing."""


def about(name: str) -> About:
    """What a certificate says of a solver, by the name it was asked for."""
    solver = solver_named(name)
    found = solver.version() if solver.version else version(solver.package) if solver.package else ""
    method = "branch and cut over the whole program" if solver.read else "none: this solver's proof cannot be read"
    label = f"{solver.title} {found}".rstrip() + f", through PuLP {pulp.__version__}"
    tolerance = TOLERANCE if solver.read else _UNTOLD
    return About(label, method, tolerance, tolerance)
