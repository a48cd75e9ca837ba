"""One block: what is proven of it, the best that was found, and how both are improved.

First who provides is decided with shares of lots allowed, which bounds the block closely and takes a moment; then who
serves is decided among those providers. Only what the two leave open is searched as a whole, without the columns that
the reduced costs of the linear relaxation rule out.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.backend import Watch
from selector.solve.decomposition.better import better
from selector.solve.decomposition.branch_and_cut import Gap, Limits, branch_and_cut
from selector.solve.decomposition.relaxation import Relaxation, relaxation
from selector.solve.decomposition.remainder import remainder

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# A block of so few bids is searched as a whole at once.
_FEW_BIDS = 150
# Of what may be missing in the end: how closely it is decided who provides, and then who serves.
_PROVIDE, _SERVE = 0.2, 3.0
_NODES_TO_DECIDE = 2_000
_NODES_TO_SERVE = 20
# What a solver's figures are rounded to, as a share of the value.
_ROUNDING = 1e-9


@dataclass
class Block:
    """A block and what is known of it, in the units of its goal. Not for several threads at once."""

    program: Program
    columns: Ints
    """Positions of its columns in the whole program."""
    goal: Floats
    bound: float = -math.inf
    value: float = math.inf
    best: Floats | None = None
    infeasible: bool = False
    relaxed: Relaxation | None = None
    closed: bool = False
    """Whether the last search of it as a whole came to its end."""

    @property
    def missing(self) -> float:
        """By how much the best may fall short of the best possible."""
        return max(self.value - self.bound, 0.0)

    @property
    def rounding(self) -> float:
        """What is missing by rounding alone, where the search came to its end."""
        return _ROUNDING * abs(self.value) if self.closed else 0.0

    def offer(self, columns: Floats) -> bool:
        """Take a solution if it is better than the best; whether it was."""
        value = float(self.goal @ columns)
        if value >= self.value:
            return False
        self.value, self.best = value, columns
        return True

    def raise_bound(self, bound: float) -> None:
        """Take a bound that was proven."""
        self.bound = max(self.bound, min(bound, self.value))

    def decide(self, allowed: Gap, limits: Limits, improved: Callable[["Block"], None]) -> None:
        """Decide who provides, then who serves: a close bound, and mostly an award that is nearly as good."""
        p = self.program
        deciding = p.integral.copy()
        deciding[: p.accepts] = False
        if p.accepts <= _FEW_BIDS or not deciding.any() or self.bound > -math.inf:
            return
        first, shares = branch_and_cut(
            replace(p, integral=deciding), self.goal, allowed.times(_PROVIDE), limits, nodes=_NODES_TO_DECIDE
        )
        if first.ending == "infeasible":
            self.infeasible = True
            return
        self.raise_bound(first.bound)
        if shares is None:
            return
        free = ~deciding
        left = remainder(p, free, shares)
        _, found = branch_and_cut(
            left.program, self.goal[left.columns], allowed.times(_SERVE), limits, nodes=_NODES_TO_SERVE
        )
        if found is not None and self.offer(left.whole(found)):
            improved(self)

    def prove(self, allowed: float, limits: Limits, nodes: int | None, improved: Callable[["Block"], None]) -> None:
        """Search the block until no more than ``allowed`` is missing, or so many nodes are done."""
        p = self.program
        if self.best is not None and self.relaxed is None:
            self.relaxed = relaxation(p, self.goal, limits.seconds(), limits.stop)
        whole = bool(p.integral.all())  # only then a solution on the way is told as it is
        left = better(p, self.relaxed, self.best, self.value)

        def take(columns: Floats) -> None:
            if self.offer(left.whole(columns)):
                improved(self)

        search, found = branch_and_cut(
            left.program,
            self.goal[left.columns],
            Gap(allowed),
            limits,
            nodes=nodes,
            start=None if self.best is None else self.best[left.columns],
            watch=Watch(
                lambda columns: take(columns.astype(np.float64)) if whole else None,
                lambda _: None,
                lambda _: False,
                limits.stop,
            ),
        )
        if found is not None:
            take(found)
        if search.ending == "infeasible":
            self.infeasible = self.best is None
            search = replace(search, bound=self.value)  # what was left out is no better than the best
        self.closed = search.ending in ("proven", "infeasible")
        self.raise_bound(search.bound)
