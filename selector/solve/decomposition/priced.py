"""A block at some prices of the rows that couple it to others."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.decomposition.branch_and_cut import Gap, Limits, branch_and_cut

Floats = NDArray[np.float64]

_NODES = 500


@dataclass(frozen=True)
class Answer:
    """A block at some prices: its bound, and a solution with shares of lots."""

    bound: float
    columns: Floats | None
    infeasible: bool


def searched(part: Program, cost: Floats, gap: Gap, limits: Limits) -> Answer:
    """A block with only who provides decided in whole, unless it is all that there is to decide."""
    deciding = part.integral.copy()
    if deciding[part.accepts :].any():
        deciding[: part.accepts] = False
    search, found = branch_and_cut(replace(part, integral=deciding), cost, gap, limits, nodes=_NODES)
    return Answer(search.bound, found, search.ending == "infeasible")
