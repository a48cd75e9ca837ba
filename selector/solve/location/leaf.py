"""A node in which no provider is split: its best award below a cutoff."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from selector.solve.location.node import Node
from selector.solve.location.relaxation import Relaxation, Relaxed
from selector.solve.location.remainder import Remainder, solve_remainder, solve_shares
from selector.solve.location.share_out import narrowed, shares

Ints = NDArray[np.int64]

# How long a node is searched as it is, before it is parted by a provider that is not settled.
_SECONDS_AT_ONCE = 5.0


def best_of_node(
    relaxation: Relaxation, node: Node, relaxed: Relaxed, cutoff: float, left: Callable[[], float]
) -> Remainder:
    """The best award of a node below a cutoff, as far as time allows. Errors as of ``solve_remainder``."""
    r, ground = relaxation, relaxation.ground
    if len(node.free):
        seconds = min(left(), _SECONDS_AT_ONCE)
        return solve_remainder(r, relaxed, cutoff, resolution=ground.scale, seconds=seconds)
    pairs = r.pairs[(relaxed.x_reduced <= cutoff - relaxed.bound) & (r.upper[: r.first_y] > 0)]
    start = shares(ground, pairs, np.flatnonzero(node.upper > 0.5))
    kept, bound = narrowed(start, relaxed.prices, cutoff, left)
    if kept is None:
        return Remainder(None, cutoff, done=True)
    return solve_shares(kept, max(bound, relaxed.bound), cutoff, resolution=ground.scale, seconds=left())
