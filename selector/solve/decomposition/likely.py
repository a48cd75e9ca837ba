"""The bids among which a good award is soon found: those of the linear relaxation, and the next best for each lot.

Most of what the relaxation accepts is whole already, so that a program of so few bids is solved in seconds where all of
them take a minute: kernel search (Guastaroba and Speranza 2014) with one kernel.
"""

from math import inf

import highspy
import numpy as np
from numpy.typing import NDArray

from selector.program import Program, excess_of_awards
from selector.solve.highs import accepted, model

_FOR_EACH_LOT = 2
_IN = 1e-6


def likely(program: Program, goal: NDArray[np.float64], seconds: float | None) -> NDArray[np.bool_] | None:
    """Which accept columns those are, by the least ``goal`` over all columns; None where there is no relaxation."""
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("time_limit", inf if seconds is None else seconds)):
        accepted(highs.setOptionValue(option, value), f"option {option}")
    lp = model(program)
    lp.integrality_ = []
    lp.col_cost_, _ = excess_of_awards(program, goal)
    accepted(highs.passModel(lp), "the relaxation")
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    solution = highs.getSolution()
    found: NDArray[np.bool_] = np.asarray(solution.col_value)[: program.accepts] > _IN
    reduced = np.asarray(solution.col_dual)[program.pair_accept]
    order = np.lexsort((program.pair_accept, reduced, program.pair_lot))
    lot = program.pair_lot[order]
    rank = np.arange(len(lot)) - np.searchsorted(lot, lot)
    found[program.pair_accept[order[rank < _FOR_EACH_LOT]]] = True
    return found
