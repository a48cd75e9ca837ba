"""An award found by settling one split provider after another where the relaxation leans."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from selector.solve.location.node import Node
from selector.solve.location.relaxation import Relaxation, Relaxed
from selector.solve.location.remainder import solve_shares
from selector.solve.location.share_out import shares

Ints = NDArray[np.int64]

_FOR_EACH_LOT = 5
_GAP = 0.0005


def dived(
    relaxation: Relaxation, node: Node, relaxed: Relaxed, enough: float, seconds: float, left: Callable[[], float]
) -> Ints | None:
    """The pairs of an award below ``enough``; None where the dive ends without one. Errors as of ``solve``."""
    r, ground = relaxation, relaxation.ground
    while len(relaxed.fractional):
        share = relaxed.y[relaxed.fractional]
        j = int(relaxed.fractional[np.argmax(np.abs(share - 0.5))])
        first = float(relaxed.y[j] >= 0.5)
        found: Relaxed | None = None
        for side in (first, 1.0 - first):
            part = node.part(j, side, node.bound)
            r.limit(part.lower, part.upper)
            found = r.solve(enough, left)
            if found is not None:
                node = part
                break
        if found is None:
            return None
        relaxed = found
    order = np.lexsort((relaxed.x_reduced + 1e9 * (relaxed.y[r.provider] < 0.5), r.lot))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order)) - np.searchsorted(r.lot[order], r.lot[order])
    usable = (relaxed.y[r.provider] > 0.5) & (rank < _FOR_EACH_LOT)
    start = shares(ground, r.pairs[usable], np.flatnonzero(relaxed.y > 0.5))
    if (start.most_empty < 0).any():
        return None
    worth = max(ground.scale, _GAP * abs(relaxed.bound))
    return solve_shares(start, relaxed.bound, enough, resolution=worth, seconds=min(seconds, left())).taken
