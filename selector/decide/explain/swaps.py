"""Awards with some bid, or without it, that are quickly found: its lots change hands, and nearly all else stays."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from selector.appraise.rounding import half_up
from selector.program import Program
from selector.program.columns import Columns
from selector.solve.backend import Watch
from selector.solve.decomposition.remainder import remainder
from selector.solve.figures import figures
from selector.solve.highs import Highs
from selector.solve.outcome import Goal

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# Place of the bidder in the keys of indicators that are of one.
_BIDDER_IN: Mapping[str, int] = {
    "provide": 0,
    "active": 0,
    "serve": 1,
    "stand": 0,
    "outpost": 0,
    "here": 0,
    "root": 0,
    "flow": 0,
}
_DISCOUNTED = ("tier", "priced")
_ARITHMETIC = 1e-11
_HALF_A_PENNY = 0.005
_SHARED = -1


@dataclass(frozen=True)
class Swapped:
    """An award that was found."""

    units: int
    """Of the goal, exactly."""
    columns: Ints


@dataclass(frozen=True)
class Swaps:
    """One award as columns of its program, all but a few of which stay."""

    columns: Columns
    program: Program
    goal: Goal
    cost: Floats
    """The goal as the solver sees it."""
    award: Floats
    stop: Callable[[], bool]

    @classmethod
    def of(
        cls,
        columns: Columns,
        program: Program,
        goal: Goal,
        accepted: Ints,
        seconds: float,
        stop: Callable[[], bool],
    ) -> "Swaps | None":
        """An award by its accept columns; None where it was not laid in time."""
        values = np.zeros(len(columns))
        values[accepted] = 1
        free = np.arange(len(columns)) >= program.accepts
        cost = figures(program, goal) / goal.units
        found = _searched(program, cost, free, values, seconds, stop)
        return None if found is None else cls(columns, program, goal, cost, found, stop)

    def with_bid(self, accept: int, seconds: float, *, wide: bool = False) -> Swapped | None:
        """An award with the bid of an accept column; None where none was found.

        Where what it displaces was for other lots as well, these go to other bids; if ``wide`` all lots of its services may.
        """
        c = self.columns
        displaced = self._displaced(accept)
        freed = np.setdiff1d(c.lot[np.isin(c.accept, displaced)], c.lot[c.accept == accept])
        if wide:
            freed = np.setdiff1d(self._lots_like(accept), c.lot[c.accept == accept])
            displaced = np.union1d(displaced, self._accepted_within(freed))
        candidates = np.setdiff1d(self._within(freed), [accept])
        values = self.award.copy()
        values[displaced] = 0
        values[accept] = 1
        return self._best(candidates, np.concatenate([displaced, candidates, [accept]]), values, seconds)

    def without_bid(self, accept: int, seconds: float, *, wide: bool = False) -> Swapped | None:
        """An award without it; None where none was found."""
        c = self.columns
        freed = self._lots_like(accept) if wide else c.lot[c.accept == accept]
        displaced = np.union1d([accept], self._accepted_within(freed)) if wide else np.array([accept])
        candidates = np.setdiff1d(self._within(freed), [accept])
        values = self.award.copy()
        values[displaced] = 0
        return self._best(candidates, np.concatenate([displaced, candidates]), values, seconds)

    def _best(self, candidates: Ints, touched: Ints, values: Floats, seconds: float) -> Swapped | None:
        c = self.columns
        involved = np.unique(c.bidder[np.isin(c.accept, touched)])
        free = np.isin(self._owner, involved) | (self._owner == _SHARED)
        free[: self.program.accepts] = False
        free[candidates] = True
        found = _searched(self.program, self.cost, free, values, seconds, self.stop)
        if found is None:
            return None
        settled = self.program.settled(np.rint(found).astype(np.int64))
        # What a solver finds within its tolerance is an award only if it is one exactly.
        broken = np.setdiff1d(self.program.broken(settled, _ARITHMETIC), self.program.settled_rows)
        return None if len(broken) else Swapped(self._units(settled), settled)

    def _units(self, settled: Ints) -> int:
        """Units of the goal, exactly."""
        goal, beside = self.goal, Fraction(0)
        if goal.soft and self.program.soft is not None:
            violations = self.program.soft.violations(settled)
            beside += sum((each * violations[row] for row, each in goal.soft), Fraction(0))
        if goal.saving and self.program.moves is not None:
            beside -= goal.saving * self.program.moves.saved(settled)
        return int(goal.coefficients @ settled) + half_up(beside)

    def _displaced(self, accept: int) -> Ints:
        """Accepted columns of bids for its lots."""
        c = self.columns
        there = np.unique(c.accept[np.isin(c.lot, c.lot[c.accept == accept])])
        return there[self.award[there] > 0.5]

    def _accepted_within(self, lots: Ints) -> Ints:
        within = self._within(lots)
        return within[self.award[within] > 0.5]

    def _within(self, lots: Ints) -> Ints:
        """Accept columns of bids for none but these lots."""
        c = self.columns
        inside = np.isin(c.lot, lots)
        outside = np.bincount(c.accept, ~inside, minlength=self.program.accepts) > 0
        touched = np.bincount(c.accept, inside, minlength=self.program.accepts) > 0
        return np.flatnonzero(touched & ~outside)

    def _lots_like(self, accept: int) -> Ints:
        """All lots of the services that it is for."""
        c = self.columns
        services = np.unique(c.service[c.accept == accept])
        return np.flatnonzero(np.isin(c.appraisal.lots.service, services))

    @cached_property
    def _owner(self) -> Ints:
        """Bidder of each column; -1 where it is of several, or of none."""
        ids = {name: at for at, name in enumerate(self.columns.appraisal.bidders.ids)}
        discounts = {each.id: each.bidder for each in self.columns.appraisal.discounts}
        owner = np.full(len(self.columns), _SHARED)
        for family in self.program.columns:
            for k in range(len(family)):
                if family.name in _BIDDER_IN:
                    owner[family.start + k] = ids[family.key(k)[_BIDDER_IN[family.name]]]
                elif family.name in _DISCOUNTED:
                    owner[family.start + k] = discounts[family.key(k)[0]]
        return owner


def _searched(
    program: Program, cost: Floats, free: Bools, values: Floats, seconds: float, stop: Callable[[], bool]
) -> Floats | None:
    """The best values of the columns that are free, all others having theirs; None where none were found in time."""
    left = remainder(program, free, values)
    search = Highs(left.program).minimise(
        cost[left.columns],
        Watch(lambda _: None, lambda _: None, lambda _: False, stop),
        absolute_gap=_HALF_A_PENNY,
        relative_gap=0.0,
        seconds=seconds,
    )
    return None if search.columns is None else left.whole(search.columns.astype(np.float64))
