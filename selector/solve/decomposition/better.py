"""What is left of a program in which a better solution than the best known may be."""

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.decomposition.relaxation import Relaxation
from selector.solve.decomposition.remainder import Remainder, remainder

Floats = NDArray[np.float64]

# Reduced costs are told within a solver's tolerance; as a share of the value, and in units.
_MARGIN, _PENNY = 1e-9, 0.01


def better(program: Program, relaxed: Relaxation | None, best: Floats | None, value: float) -> Remainder:
    """The program without whole columns whose reduced cost alone brings a solution to the ``value`` of the best.

    The best itself stays, as a start; without one, or without a relaxation, all columns do.
    """
    free = np.ones(program.matrix.shape[1], dtype=np.bool_)
    if relaxed is not None and best is not None:
        free = ~(relaxed.hopeless(value + _PENNY + _MARGIN * abs(value)) & program.integral & (best == 0))
    return remainder(program, free, np.zeros(len(free)))
