"""Few columns of a program among which a good award is likely to be."""

import highspy
import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.decomposition.relaxation import Relaxation

Bools = NDArray[np.bool_]

_SPLIT = 1e-6


def few(program: Program, relaxed: Relaxation, each: int) -> Bools:
    """Columns of the bids that the relaxation takes, and for each lot so many of least reduced cost; and all no bids."""
    kept = np.ones(len(relaxed.columns), dtype=np.bool_)
    kept[: program.accepts] = relaxed.columns[: program.accepts] > 0
    if relaxed.basis is not None:  # its basis is one of what is kept only if all that is basic is
        kept[: program.accepts] |= [
            status == highspy.HighsBasisStatus.kBasic for status in relaxed.basis.col_status[: program.accepts]
        ]
    order = np.lexsort((relaxed.reduced[program.pair_accept], program.pair_lot))
    lot = program.pair_lot[order]
    rank = np.arange(len(lot)) - np.searchsorted(lot, lot)
    kept[program.pair_accept[order[rank < each]]] = True
    return kept


def nearly(program: Program, relaxed: Relaxation, bids: int) -> Bools:
    """Columns of bids that are not whole, and of those that cost least to bring in or out so many."""
    accepts = program.accepts
    columns = relaxed.columns[:accepts]
    cost = np.where(np.abs(columns - np.rint(columns)) > _SPLIT, -1.0, np.abs(relaxed.reduced[:accepts]))
    near = np.zeros(len(relaxed.columns), dtype=np.bool_)
    near[np.argsort(cost, kind="stable")[:bids]] = True
    return near
