"""A goal as a solver sees it: figures over all columns, and what these leave out."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from selector.program import Program

if TYPE_CHECKING:
    from selector.solve.outcome import Goal  # it has a memory, which has these


def figures(program: Program, goal: "Goal") -> NDArray[np.float64]:
    """Units of a goal over all columns of a program."""
    found = goal.coefficients.astype(np.float64)
    if goal.saving and program.moves is not None:
        found = program.moves.figures(goal.coefficients, goal.saving)
    if goal.soft and program.soft is not None:
        program.soft.figures(goal.soft, found)
    return found


def constant(program: Program, goal: "Goal") -> float:
    """Units that a goal has in any award, which its figures leave out."""
    return program.soft.constant(goal.soft) if goal.soft and program.soft is not None else 0.0
