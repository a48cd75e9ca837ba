"""A location problem solved: to a proof, to a gap or as far as time allows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector.solve.backend import Ending
from selector.solve.location.best import Best
from selector.solve.location.ground import ground
from selector.solve.location.location import Location
from selector.solve.location.telling import Telling
from selector.solve.location.tree import Tree

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Located:
    """Where the search ended, the best choice of a pair for each lot, and what no choice is below, in units."""

    ending: Ending
    choice: Ints | None
    bound: float


def solve_location(
    location: Location,
    *,
    start: Ints | None = None,
    absolute_gap: float = 0.0,
    relative_gap: float = 0.0,
    seconds: float | None = None,
    improved: Callable[[Ints], None] = lambda _: None,
    progress: Callable[[float], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    at_once: int | None = None,
) -> Located:
    """Search for the choice that costs the least, until it is proven to either gap or a limit ends the search.

    ``start`` is a choice to begin with; one that breaks a limit is passed over. ``improved`` is given each better choice,
    ``progress`` the bound so far, in units; ``stop`` is asked between steps. A choice holds a pair for each lot.
    ``at_once`` says how many nodes of a large tree are gone through at once, by as many threads as there are processors:
    awards that differ by less than the gap may hang on it.

    Raises
    ------
    SolverFailed
        if HiGHS fails on a part.
    """
    base = ground(location)
    best = Best(location, base, absolute_gap, relative_gap, Telling(improved))
    if start is not None:
        best.offer(np.asarray(start, dtype=np.int64))
    if not np.isin(np.arange(base.lots), base.lot).all():
        return Located("infeasible", None, np.inf)

    def tell(bound: float) -> None:
        progress(best.units(bound) if best.value is None else min(best.units(bound), float(best.value)))

    tree = Tree(base, best, seconds=seconds, progress=tell, stop=stop, at_once=at_once)
    ending = tree.run()
    if best.value is None:
        return Located("infeasible" if ending == "proven" else ending, None, best.units(tree.bound()))
    bound = min(best.units(tree.bound()), float(best.value))
    if ending == "proven" and best.gap <= base.pace:
        bound = float(best.value)  # nothing lies between
    return Located(ending, best.choice, bound)
