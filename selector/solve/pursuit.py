"""Proof and ties in one search: a good award among few bids first, then whatever else might be as good.

Of the bids that the linear relaxation takes, or nearly takes, an award is made (kernel search: Guastaroba and Speranza
2014), and improved among columns of small reduced cost. Then one search decides: with that award forbidden, columns
ruled out by their reduced cost (Dantzig, Fulkerson and Johnson 1954), and nothing looked for above its value. If there
is nothing, the award is the best and the only one.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector.solve.backend import Ending, Search
from selector.solve.highs import Row
from selector.solve.narrow import Narrow

Ints = NDArray[np.int64]
Options = Mapping[str, float | bool]


@dataclass(frozen=True)
class Step:
    """A search for a better award among columns of small reduced cost."""

    of_missing: float
    """What a reduced cost may come to, as a share of what is missing,"""
    of_value: float
    """and as a share of the value."""
    closely: float
    bids_alone: bool
    """Whether this is asked of bids alone."""


# Of so few columns HiGHS's root takes longer than its tree: begun again, it is gone through once more for nothing.
_ONCE: Options = {"mip_allow_restart": False}
# Where only the bound is missing, whatever looks for awards is time lost.
_QUIET: Options = {
    **_ONCE,
    "mip_heuristic_effort": 0.0,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
}
# Among columns that are few and good the plain heuristics find what there is; those that search again take the longest.
_LOOKING: Options = {
    **_ONCE,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
}
# How many bids for each lot a first award is made of, how closely, and in how many nodes.
_FOR_EACH_LOT, _CLOSELY, _NODES_TO_BEGIN = (1, 2, 3), 5e-4, 500
# An optimum has columns of small reduced cost throughout: nearly always below such a share of what is missing, and of the
# value. First a better award is sought fast, among few bids but whoever provides: its bids are nearer to the relaxation
# than its indicators, whose charges the relaxation pays in part. That leaves less missing and fewer columns.
_STEPS, _NODES_TO_IMPROVE = (Step(0.08, 0.0002, 1e-3, bids_alone=True), Step(0.2, 0.006, 0.0, bids_alone=False)), 200
# Where many awards are as good, to find that there is no other takes longer than to find that none is better.
_NODES_TO_PROVE = 2_000
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
    """One goal from its relaxation to its proof."""

    near: Narrow

    def search(self, start: Ints | None, *, rivals: bool) -> Search:
        """Search for the best, and if ``rivals`` for others as good; ``start`` is an award that is known."""
        self.near.offer(start)
        for step in (self._begin, self._improve):
            ending = step()
            if ending is not None:
                return self._end(ending)
        if self.near.best is None:
            return self._openly()
        if self.near.missing <= self.near.gap:
            return self._end("proven")
        return (self._prove_alone() if rivals else None) or self._prove() or self._openly()

    def _begin(self) -> Ending | None:
        """An award of the bids of the relaxation and the next best for each lot."""
        for each in _FOR_EACH_LOT:
            never = ~self.near.likely(each)
            found = self.near.search(
                never, np.zeros_like(never), nodes=_NODES_TO_BEGIN, relative_gap=_CLOSELY, options=_LOOKING
            )
            self.near.offer(found.columns)
            if found.ending in _LIMITED:
                return found.ending
            if found.columns is not None:
                break
        return None

    def _improve(self) -> Ending | None:
        """A better award among columns of small reduced cost."""
        for step in _STEPS:
            if not self.near.gap < self.near.missing < math.inf:
                return None
            reach = min(step.of_missing * self.near.missing, step.of_value * abs(self.near.value))
            found = self.near.search(
                *self.near.beyond(reach, bids_alone=step.bids_alone),
                most=self.near.value - self.near.gap,
                options=_LOOKING,
                nodes=_NODES_TO_IMPROVE,
                relative_gap=step.closely,
            )
            self.near.offer(found.columns)
            if found.ending in _LIMITED:
                return found.ending
        return None

    def _prove_alone(self) -> Search | None:
        """Prove that no other award is as good, find one that is, or find a better one and go on with that."""
        proven = False
        while self.near.best is not None:
            best, value = self.near.best, self.near.value
            most = value + self.near.gap
            with self.near.whole.only_for_now():
                self.near.whole.add_rows([self._forbidding(best)])
                found = self.near.search(
                    *self.near.hopeless(most), most=most, options=_QUIET, nodes=_NODES_TO_PROVE, tell=True
                )
            other = found.columns
            of_other = math.inf if other is None else float(self.near.goal @ other)
            better = self.near.offer(other)
            if found.ending not in _DECIDED:
                if proven:  # only whether others are as good is not
                    break
                return self._end(found.ending, found.bound) if found.ending in _LIMITED else None
            if of_other > most:
                return Proof("proven", best, value, alone=True)
            if of_other >= value - self.near.gap:
                return Proof("proven", self.near.best, self.near.value - self.near.gap, rival=best if better else other)
            proven = True
        return Proof("proven", self.near.best, self.near.value - self.near.gap)

    def _prove(self) -> Search | None:
        """Prove that no award is better, or find the best."""
        most = self.near.value - self.near.gap
        found = self.near.search(*self.near.hopeless(most), most=most, options=_QUIET, nodes=_NODES_TO_PROVE, tell=True)
        self.near.offer(found.columns)
        if found.ending in _DECIDED:
            return Proof("proven", self.near.best, self.near.value - self.near.gap)
        return self._end(found.ending, found.bound) if found.ending in _LIMITED else None

    def _openly(self) -> Search:
        """Search as if nothing were known but the rank rows and an award to begin with."""
        start = None if self.near.best is None else self.near.best.astype(np.float64)
        return self.near.whole.minimise(
            self.near.goal,
            self.near.watch,
            absolute_gap=self.near.gap,
            relative_gap=0.0,
            seconds=self.near.seconds(),
            start=start,
        )

    def _forbidding(self, columns: Ints) -> Row:
        accepted = np.flatnonzero(columns[: self.near.program.accepts])
        return Row(accepted, np.ones(len(accepted)), len(accepted) - 1.0)

    def _end(self, ending: Ending, bound: float = -math.inf) -> Search:
        return Search(ending, self.near.best, min(max(bound, self.near.floor), self.near.value))
