"""Awards without a statement that are quickly found: around the best award, among the bids that the statement concerns."""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selector.decide.prices.breach import Lifted
from selector.program import Program
from selector.solve.decomposition.branch_and_cut import Gap, Limits, branch_and_cut
from selector.solve.decomposition.remainder import remainder

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_NODES = 200
_SECONDS = 3.0
"""For each: around most statements there is little to choose from."""
_CLOSELY = 1e-6
"""How closely each is searched, as a share of the value."""


@dataclass(frozen=True)
class Surroundings:
    """An award of a program whose rows can be freed."""

    program: Program
    cost: Floats
    """What awards cost beside ``least``, in what a solver sees."""
    least: float
    award: Ints
    """Its accept columns."""
    value: float
    """What it comes to, ``least`` included."""

    def around(self, freed: Ints) -> Bools:
        """Lots that rows concern: all of a service where they are of one, else those of the bids that stand in them."""
        p = self.program
        lots = np.zeros(int(p.pair_lot.max(initial=-1)) + 1, dtype=np.bool_)
        columns = np.unique(p.matrix[freed].indices)
        groups = np.unique(p.group[columns]) if len(p.group) else np.zeros(0, dtype=np.int64)
        if len(groups) == 1 and groups[0] >= 0:
            lots[p.pair_lot[p.group[p.pair_accept] == groups[0]]] = True
        else:
            lots[p.pair_lot[np.isin(p.pair_accept, columns)]] = True
        return lots


@dataclass(frozen=True)
class Near:
    """An award found: by how much it is better than the one it was sought around, and its accept columns."""

    better: float
    award: tuple[int, ...]


def near(
    asked: tuple[Surroundings, Sequence[Lifted], float], seconds: float | None, stop: Callable[[], bool]
) -> Mapping[int, Near]:
    """By member: a better award once it is lifted, where one is found. Work as ``Many`` takes it.

    Members are looked at in their order, as many as there is time for within a share of it.
    """
    around, every, share = asked
    until = math.inf if seconds is None else time.monotonic() + seconds * share
    found: dict[int, Near] = {}
    for each in every:
        left = min(until - time.monotonic(), _SECONDS)
        if left <= 0 or stop():
            break
        one = _near(around, each, left, stop)
        if one is not None:
            found[each.member] = one
    return found


def _near(around: Surroundings, lifted: Lifted, seconds: float, stop: Callable[[], bool]) -> Near | None:
    p = around.program
    lower, upper = p.row_lower.copy(), p.row_upper.copy()
    lower[lifted.freed], upper[lifted.freed] = -np.inf, np.inf
    inside = around.around(lifted.freed)
    # A bid for lots of which some stay as they are could only be accepted with what these go to now.
    outside = np.bincount(p.pair_accept, weights=~inside[p.pair_lot], minlength=p.accepts)
    free = np.ones(len(around.cost), dtype=np.bool_)
    free[: p.accepts] = outside == 0
    free[around.award] = True
    left = remainder(replace(p, row_lower=lower, row_upper=upper), free, np.zeros(len(free)))
    limits, gap = Limits(_until(seconds), stop), Gap(_CLOSELY * abs(around.value))
    _, columns = branch_and_cut(left.program, around.cost[left.columns], gap, limits, nodes=_NODES)
    if columns is None:
        return None
    whole = left.whole(columns)
    better = around.value - around.least - float(around.cost @ whole)
    return Near(better, tuple(np.flatnonzero(whole[: p.accepts] > 0.5).tolist())) if better > 0 else None


def _until(seconds: float) -> Callable[[], float]:
    end = time.monotonic() + seconds
    return lambda: max(end - time.monotonic(), 0.0)
