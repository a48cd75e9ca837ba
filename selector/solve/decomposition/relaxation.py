"""The linear relaxation of a program: its value, and what it says of each column and row."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from selector.program import Program, excess_of_awards
from selector.solve.highs import FEASIBILITY, fresh, hand_over

Floats = NDArray[np.float64]

_Status = highspy.HighsModelStatus


@dataclass(frozen=True)
class Relaxation:
    """A linear relaxation solved to its end, in the units of its goal."""

    bound: float
    columns: Floats
    reduced: Floats
    """By how much each column, forced up from 0 (or down from its upper limit), moves the bound; of either sign."""
    prices: Floats
    """By how much the bound moves with the limit of each row."""
    basis: highspy.HighsBasis | None = None
    """Where the solver ended, if it is known: relaxations much like this one begin there."""

    def hopeless(self, most: float) -> NDArray[np.bool_]:
        """Columns that are at 0 and that no solution below ``most`` uses: their reduced cost alone brings it there."""
        away: NDArray[np.bool_] = (self.reduced > most - self.bound) & (self.columns < FEASIBILITY)
        return away


def relaxation(
    program: Program, goal: Floats, seconds: float | None = None, stop: Callable[[], bool] = lambda: False
) -> Relaxation | None:
    """The relaxation with the least ``goal``; None where there is none, nothing to relax, or a limit came first."""
    if 0 in program.matrix.shape:
        return None
    highs = fresh(time_limit=math.inf if seconds is None else seconds)
    over, least = excess_of_awards(program, goal)
    hand_over(program, highs, over, relaxed=True)
    highs.enableCallbacks()  # type: ignore[no-untyped-call]

    def abandon(event: highspy.highs.HighsCallbackEvent) -> None:
        if stop():
            event.interrupt()

    highs.cbSimplexInterrupt.subscribe(abandon)
    highs.run()
    if highs.getModelStatus() != _Status.kOptimal:
        return None
    solution = highs.getSolution()
    return Relaxation(
        bound=float(highs.getInfo().objective_function_value + least.sum()),
        columns=np.asarray(solution.col_value),
        reduced=np.asarray(solution.col_dual),
        prices=np.asarray(solution.row_dual),
        basis=highs.getBasis(),
    )
