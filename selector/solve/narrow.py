"""Searches of a program among the columns that its relaxation leaves, and the best that they found."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.backend import Search, Watch
from selector.solve.highs import NO_OPTIONS, Highs
from selector.solve.root import Root

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# Reduced costs and bounds are added up with rounding: as a share of the value, and of the gap.
_ROUNDING, _SPARE = 1e-9, 4.0
_IN = 1e-6


@dataclass
class Narrow:
    """One goal of a program that is in ``whole``, rank rows and all; figures in the units of the goal."""

    program: Program
    whole: Highs
    goal: Floats
    watch: Watch
    gap: float
    """Two values nearer to each other than this are one."""
    seconds: Callable[[], float | None]
    root: Root
    least: float
    """What the goal comes to beside the costs of the root."""
    value: float = math.inf
    best: Ints | None = None

    @property
    def floor(self) -> float:
        """No award is below it."""
        return self.root.bound + self.least

    @property
    def missing(self) -> float:
        """By how much the best may fall short of the best possible."""
        return self.value - self.floor

    def offer(self, columns: Ints | None) -> bool:
        """Take an award if it is better than the best; whether it was."""
        value = math.inf if columns is None else float(self.goal @ columns)
        if value >= self.value:
            return False
        self.value, self.best = value, columns
        return True

    def search(
        self,
        never: Bools,
        always: Bools,
        *,
        nodes: int,
        most: float = math.inf,
        relative_gap: float = 0.0,
        options: Mapping[str, float | bool] = NO_OPTIONS,
        tell: bool = False,
    ) -> Search:
        """Search among some columns. What is proven of these is told as proven of all only if it is to ``tell``."""

        def known(bound: float) -> float:
            return min(max(bound, self.floor), self.value) if tell else self.floor

        watch = replace(
            self.watch,
            progress=lambda bound: self.watch.progress(known(bound)),
            enough=lambda bound: self.watch.enough(known(bound)),
        )
        with self.whole.narrowed(never, always, most, options):
            return self.whole.minimise(
                self.goal,
                watch,
                absolute_gap=self.gap,
                relative_gap=relative_gap,
                seconds=self.seconds(),
                nodes=nodes,
            )

    def hopeless(self, most: float) -> tuple[Bools, Bools]:
        """Columns that no award of at most ``most`` takes, and those that each such award does."""
        spare = _SPARE * self.gap + _ROUNDING * (abs(self.root.bound) + abs(self.least))
        return self.root.hopeless(most - self.least + spare)

    def beyond(self, reach: float, *, bids_alone: bool) -> tuple[Bools, Bools]:
        """Columns that take an award above the relaxation by more than ``reach``, not to be taken and to be.

        Of those that are no bids only such as are hopeless for a better award, where it is asked of ``bids_alone``.
        """
        never, always = self.hopeless(self.floor + reach)
        if bids_alone:
            known = slice(self.program.accepts, None)
            for each, hopeless in zip((never, always), self.hopeless(self.value), strict=True):
                each[known] = hopeless[known]
        return never, always

    def likely(self, each: int) -> Bools:
        """Columns that the relaxation takes, those of least reduced cost for each lot, and all that are no bids."""
        p = self.program
        likely = self.root.values > _IN
        likely[p.accepts :] = True
        order = np.lexsort((p.pair_accept, self.root.reduced[p.pair_accept], p.pair_lot))
        lot = p.pair_lot[order]
        likely[p.pair_accept[order[np.arange(len(lot)) - np.searchsorted(lot, lot) < each]]] = True
        return likely
