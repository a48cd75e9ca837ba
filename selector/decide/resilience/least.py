"""The repair that breaks least: lots left open first, then limits broken, then the board's objective; stage by stage."""

import math
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from models import SolverFailed
from selector.decide.feasibility import Clock
from selector.decide.ledger import Ledger
from selector.decide.lever import Lever
from selector.decide.resilience.giving import Giving, with_rows
from selector.levels import Level, quality_goal
from selector.program import Objectives, tie_breaker
from selector.solve import Goal, Outcome, Plan, solve_here
from selector.solve.backend import scale
from selector.solve.figures import constant, figures
from selector.solve.highs import Highs, Search, Watch

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Sizes = Mapping[Lever, Fraction]
# In what a solver sees distances: its tolerances must not hide the smallest that matters.
_UNIT = 1e-4
_ABSOLUTE = 1e-9
# Distances that differ by less are one.
_SAME = 1e-7
_SHARE_OF_CHOOSING = 0.5
"""Of the time left, what choosing among repairs that break as little may take before their best is settled exactly."""
_SAME_QUALITY = Decimal("0.001")


@dataclass(frozen=True)
class Least:
    """The repair that was found, and what is proven of it."""

    bids: tuple[str, ...]
    """What is accepted, fallbacks of lots that stay open among it."""
    sizes: Sizes
    """How far each limit that it breaks would have to move, as a share of it; exact."""
    outcome: Outcome | None
    """Of the last stage, the board's objective; None where it had no time."""
    bound: float
    """Units that the board's first goal has at the least in any repair that breaks as little."""
    proven: bool
    """Whether no repair leaves fewer lots, or people, without a supplier, and none breaks limits less."""


@dataclass
class Stages:
    """One goal after another over the same program, each held for those that follow."""

    giving: Giving
    ledger: Ledger
    open_ids: Collection[str]
    """Ids of the bids that stand for lots that stay open."""
    levels: tuple[Level, ...]
    parts: Objectives
    gap: float
    clock: Clock
    solver: str
    """By the name the engine has for it: of the last stage. Those before are HiGHS's."""
    held: list[tuple[Floats, float]] = field(default_factory=list)
    """Rows over the columns that the program has without those of moves."""
    proven: bool = True

    def least(self) -> Least | None:
        """The repair; None where none was found within the limits."""
        solver = Highs(self.giving.elastic.program)
        for stays in self._staying_open():
            search = self._minimise(solver, stays, absolute=0.5)
            if search is None or search.columns is None:
                return None
            most = float(stays @ search.columns)
            solver.add_row(stays, most)
            factor = scale(stays)
            self.held.append((stays[: self._columns] * factor, most * factor))
            if not most:
                break
        price = self.giving.elastic.price
        search = self._minimise(solver, price / _UNIT, absolute=_ABSOLUTE / _UNIT)
        if search is None or search.columns is None:
            return None
        columns, sizes = search.columns, self._sizes(search.columns)
        distance = float(sum(sizes.values()))
        if distance <= _SAME and (kept := self._keeping_all()) is not None:
            return kept
        self.proven = self.proven and distance <= search.bound * _UNIT + _SAME * max(1.0, distance)
        solver.add_row(price, distance + _SAME)
        columns, sizes, bound = self._first_goal(solver, columns, sizes)
        return self._settled(columns, sizes, bound)

    @property
    def _columns(self) -> int:
        return int(self.giving.program.matrix.shape[1])

    def _staying_open(self) -> Iterator[Floats]:
        """What counts the lots that stay open, then their people."""
        width, c = len(self.giving.elastic.price), self.giving.columns
        ids = self.giving.appraisal.bids.ids
        count, people = np.zeros(width), np.zeros(width)
        for accept, bid in enumerate(c.bid):
            if ids[bid] in self.open_ids:
                count[accept] = 1
                people[accept] = float(self.giving.appraisal.lots.people[c.lot[c.accept == accept]].sum())
        if count.any():
            yield from (count, people)

    def _minimise(self, solver: Highs, goal: Floats, absolute: float, share: float = 1.0) -> Search | None:
        """The least of a goal, in a share of the time left; None where there is none.

        Where presolve calls infeasible what is not, it is left out.
        """
        for presolve in (True, False):
            if self.clock.over:
                return None
            with suppress(SolverFailed):
                search = solver.minimise(
                    goal,
                    Watch(lambda _: None, lambda _: None, lambda _: False, self.clock.stop),
                    absolute_gap=absolute,
                    relative_gap=0.0,
                    seconds=self.clock.left * share if math.isfinite(self.clock.deadline) else None,
                    presolve=presolve,
                )
                if search.ending != "infeasible":
                    self.proven = self.proven and search.ending == "proven"
                    return search
        self.proven = False
        return None

    def _bids(self, accepted: Collection[int]) -> tuple[str, ...]:
        ids = self.giving.appraisal.bids.ids
        return tuple(ids[self.giving.columns.bid[column]] for column in accepted)

    def _sizes(self, columns: Ints) -> dict[Lever, Fraction]:
        """How far limits would have to move for the award of a solution, by the solver-free check."""
        accepted = np.flatnonzero(columns[: self.giving.program.accepts])
        members = self.giving.members
        chosen = [
            lever
            for lever, column in self.giving.elastic.levers.items()
            if members[lever.member].family == "shape" and columns[column]
        ]
        return self.sizes_of(self._bids(accepted.tolist()), chosen)

    def sizes_of(self, bids: Collection[str], chosen: Collection[Lever]) -> dict[Lever, Fraction]:
        """The same of some bids, for which the shapes in ``chosen`` are given up."""
        needs = self.ledger.needs(self.ledger.award(bids), self.giving.breakable, chosen)
        return {lever: self._size(lever, limit) for lever, limit in needs.exact.items()}

    def _size(self, lever: Lever, limit: Decimal | None) -> Fraction:
        member = self.giving.members[lever.member]
        if limit is None or member.limit is None:
            return Fraction(1)
        return abs(Fraction(limit) - Fraction(member.limit)) / Fraction(member.base)

    def _first_goal(
        self, solver: Highs, columns: Ints, sizes: dict[Lever, Fraction]
    ) -> tuple[Ints, dict[Lever, Fraction], float]:
        """Of all repairs that break as little, one that is best by the board's first goal, and how good any can be."""
        goal = self.levels[0].goal
        figures_ = np.zeros(len(self.giving.elastic.price))
        figures_[: self._columns] = figures(self.giving.program, goal) / goal.units
        before = self.proven
        search = self._minimise(solver, figures_, goal.resolution * 0.5 / goal.units, _SHARE_OF_CHOOSING)
        self.proven = before  # of the objective the last stage tells
        if search is None:
            return columns, sizes, -math.inf
        bound = search.bound * goal.units + constant(self.giving.program, goal)
        if search.columns is not None:
            found = self._sizes(search.columns)
            if sum(found.values()) <= sum(sizes.values()) + Fraction(_SAME) * 2:
                return search.columns, found, bound
        return columns, sizes, bound

    def _keeping_all(self) -> Least | None:
        """The repair that breaks nothing, lots that stay open apart; None where there is none. Of so little a solver can not tell."""
        outcome = self._solved({}, ())
        if outcome is None or outcome.accepted is None:
            return None
        return Least(self._bids(outcome.accepted), {}, outcome, outcome.goals[0].bound, self.proven)

    def _solved(self, sizes: Sizes, start: tuple[int, ...]) -> Outcome | None:
        """The best award by every goal of the board where limits have moved so far, exactly; None without time for it."""
        if self.clock.over:
            return None
        program = with_rows(self.giving.moved(sizes), self.held)
        return solve_here(program, self._plan(start), stop=self.clock.stop)

    def _settled(self, columns: Ints, sizes: dict[Lever, Fraction], bound: float) -> Least:
        """The best award where limits have moved so far, from the one that was found."""
        accepted = tuple(np.flatnonzero(columns[: self.giving.program.accepts]).tolist())
        outcome = self._solved(sizes, accepted)
        if outcome is not None and outcome.accepted is not None:
            accepted = outcome.accepted
        bids = self._bids(accepted)
        given_up = [lever for lever in sizes if self.giving.members[lever.member].family == "shape"]
        return Least(bids, self.sizes_of(bids, given_up), outcome, bound, self.proven)

    def _plan(self, start: tuple[int, ...]) -> Plan:
        quality = quality_goal(self.parts, _SAME_QUALITY)
        breakers = (
            quality,
            Goal("providers", self.parts.providers, 1),
            Goal("bids", tie_breaker(self.giving.appraisal), 2**20),
        )
        return Plan(
            goals=tuple(level.goal for level in self.levels),
            tie_breakers=breakers if self.gap == 0 else (),
            gap=self.gap,
            time_limit=self.clock.left if math.isfinite(self.clock.deadline) else None,
            start=start,
            solver=self.solver,
        )
