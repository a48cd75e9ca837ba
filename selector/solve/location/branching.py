"""Strong branching: which provider to settle next is tried out on the relaxation."""

from collections.abc import Callable

import highspy
import numpy as np

from selector.solve.location.node import Node
from selector.solve.location.relaxation import Relaxation, Relaxed

_TRIED = 8
_ITERATIONS = 60
_LEAST_GAIN = 1e-6


def parts(
    relaxation: Relaxation, node: Node, relaxed: Relaxed, enough: float, left: Callable[[], float]
) -> tuple[Node, Node]:
    """The two parts of a node by the split provider that lifts the bound the most on both sides; errors as of ``solve``."""
    split = relaxed.fractional
    order = split[np.argsort(np.abs(relaxed.y[split] - 0.5), kind="stable")]
    basis = relaxation.basis()
    most = max(min(enough - relaxed.bound, abs(relaxed.bound) + 1.0), 1e-9)
    top, chosen = -1.0, None
    for j in order[:_TRIED].tolist():
        closed, opened = (_tried(relaxation, node.part(j, side, node.bound), basis, left) for side in (0.0, 1.0))
        gains = [min(max((part.bound - relaxed.bound) / most, _LEAST_GAIN), 1.0) for part in (closed, opened)]
        if gains[0] * gains[1] > top:
            top, chosen = gains[0] * gains[1], (closed, opened)
        if min(closed.bound, opened.bound) >= enough:
            break
    if chosen is None:
        raise ValueError("no provider is split")
    return chosen


def _tried(relaxation: Relaxation, part: Node, basis: highspy.HighsBasis, left: Callable[[], float]) -> Node:
    relaxation.limit(part.lower, part.upper)
    relaxation.set_basis(basis)
    relaxed = relaxation.solve_once(left, _ITERATIONS)
    return part.with_bound(np.inf if relaxed is None else relaxed.bound)
