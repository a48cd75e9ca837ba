"""The linear relaxation of a program, by another road than the engine's."""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from benchmarks.instance import Work


def relaxation(work: Work) -> float:
    """The least cost where nothing need be whole: no award costs less."""
    program = work.program
    found = milp(
        work.cost,
        constraints=LinearConstraint(program.matrix, program.row_lower, program.row_upper),
        bounds=Bounds(np.zeros(len(work.cost)), program.upper),
    )
    assert found.fun is not None
    return float(found.fun)
