"""Proof and ties in one search: a good award among few bids first, then whatever else might be as good.

Of the bids that the linear relaxation takes, or nearly takes, an award is made (kernel search: Guastaroba and Speranza
2014), and improved among columns of small reduced cost. Then one search decides: with that award forbidden, columns
ruled out by their reduced cost (Dantzig, Fulkerson and Johnson 1954), and nothing looked for above its value. If there
is nothing, the award is the best and the only one.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.backend import Ending, Search, Watch
from selector.solve.highs import NO_OPTIONS, Highs, Row
from selector.solve.root import Root

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Options = Mapping[str, float | bool]

# Where only the bound is missing, whatever looks for awards is time lost.
_QUIET: Options = {
    "mip_heuristic_effort": 0.0,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
}
# Among columns that are few and good the plain heuristics find what there is; those that search again take the longest.
_LOOKING: Options = {
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
}
# How many bids for each lot a first award is made of, how closely, and in how many nodes.
_FOR_EACH_LOT, _CLOSELY, _NODES_TO_BEGIN = (1, 2, 3), 5e-4, 500
# An optimum has columns of small reduced cost throughout: nearly always below this share of what is missing, and of the
# value.
_SHARE, _MOST, _NODES_TO_IMPROVE = 0.15, 0.006, 200
# Where many awards are as good, to find that there is no other takes longer than to find that none is better.
_NODES_TO_PROVE = 2_000
# Reduced costs and bounds are added up with rounding: as a share of the value, and of the gap.
_ROUNDING, _SPARE = 1e-9, 4.0
_IN = 1e-6
_DECIDED: tuple[Ending, ...] = ("proven", "infeasible")
_LIMITED: tuple[Ending, ...] = ("time", "stopped", "settled")


@dataclass(frozen=True)
class Proof(Search):
    """A search that also tells of other awards as good as the best."""

    alone: bool = False
    """Whether it is proven that there are none."""
    rival: Ints | None = None
    """One of them, where one was found."""


@dataclass
class Pursuit:
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

    def search(self, start: Ints | None, *, rivals: bool) -> Search:
        """Search for the best, and if ``rivals`` for others as good; ``start`` is an award that is known."""
        self._offer(start)
        for step in (self._begin, self._improve):
            ending = step()
            if ending is not None:
                return self._end(ending)
        if self.best is None:
            return self._openly()
        if self.value - self.floor <= self.gap:
            return self._end("proven")
        return (self._prove_alone() if rivals else None) or self._prove() or self._openly()

    @property
    def floor(self) -> float:
        """No award is below it."""
        return self.root.bound + self.least

    def _offer(self, columns: Ints | None) -> bool:
        value = math.inf if columns is None else float(self.goal @ columns)
        if value >= self.value:
            return False
        self.value, self.best = value, columns
        return True

    def _begin(self) -> Ending | None:
        """An award of the bids of the relaxation and the next best for each lot."""
        for each in _FOR_EACH_LOT:
            never = ~self._likely(each)
            found = self._search(never, np.zeros_like(never), nodes=_NODES_TO_BEGIN, relative_gap=_CLOSELY)
            self._offer(found.columns)
            if found.ending in _LIMITED:
                return found.ending
            if found.columns is not None:
                break
        return None

    def _improve(self) -> Ending | None:
        """A better award among columns of small reduced cost."""
        if self.best is None or not math.isfinite(self.floor) or self.value - self.floor <= self.gap:
            return None
        reach = min(_SHARE * (self.value - self.floor), _MOST * abs(self.value))
        found = self._search(
            *self._hopeless(self.floor + reach),
            most=self.value - self.gap,
            options=_LOOKING,
            nodes=_NODES_TO_IMPROVE,
        )
        self._offer(found.columns)
        return found.ending if found.ending in _LIMITED else None

    def _prove_alone(self) -> Search | None:
        """Prove that no other award is as good, find one that is, or find a better one and go on with that."""
        proven = False
        while self.best is not None:
            best, value = self.best, self.value
            most = value + self.gap
            with self.whole.only_for_now():
                self.whole.add_rows([self._forbidding(best)])
                found = self._search(*self._hopeless(most), most=most, options=_QUIET, nodes=_NODES_TO_PROVE, tell=True)
            other = found.columns
            of_other = math.inf if other is None else float(self.goal @ other)
            better = self._offer(other)
            if found.ending not in _DECIDED:
                if proven:  # only whether others are as good is not
                    break
                return self._end(found.ending, found.bound) if found.ending in _LIMITED else None
            if of_other > most:
                return Proof("proven", best, value, alone=True)
            if of_other >= value - self.gap:
                return Proof("proven", self.best, self.value - self.gap, rival=best if better else other)
            proven = True
        return Proof("proven", self.best, self.value - self.gap)

    def _prove(self) -> Search | None:
        """Prove that no award is better, or find the best."""
        most = self.value - self.gap
        found = self._search(*self._hopeless(most), most=most, options=_QUIET, nodes=_NODES_TO_PROVE, tell=True)
        self._offer(found.columns)
        if found.ending in _DECIDED:
            return Proof("proven", self.best, self.value - self.gap)
        return self._end(found.ending, found.bound) if found.ending in _LIMITED else None

    def _openly(self) -> Search:
        """Search as if nothing were known but the rank rows and an award to begin with."""
        start = None if self.best is None else self.best.astype(np.float64)
        return self.whole.minimise(
            self.goal, self.watch, absolute_gap=self.gap, relative_gap=0.0, seconds=self.seconds(), start=start
        )

    def _search(
        self,
        never: Bools,
        always: Bools,
        *,
        nodes: int,
        most: float = math.inf,
        relative_gap: float = 0.0,
        options: Options = NO_OPTIONS,
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

    def _hopeless(self, most: float) -> tuple[Bools, Bools]:
        spare = _SPARE * self.gap + _ROUNDING * (abs(self.root.bound) + abs(self.least))
        return self.root.hopeless(most - self.least + spare)

    def _likely(self, each: int) -> Bools:
        p = self.program
        likely = self.root.values > _IN
        likely[p.accepts :] = True
        order = np.lexsort((p.pair_accept, self.root.reduced[p.pair_accept], p.pair_lot))
        lot = p.pair_lot[order]
        likely[p.pair_accept[order[np.arange(len(lot)) - np.searchsorted(lot, lot) < each]]] = True
        return likely

    def _forbidding(self, columns: Ints) -> Row:
        accepted = np.flatnonzero(columns[: self.program.accepts])
        return Row(accepted, np.ones(len(accepted)), len(accepted) - 1.0)

    def _end(self, ending: Ending, bound: float = -math.inf) -> Search:
        return Search(ending, self.best, min(max(bound, self.floor), self.value))
