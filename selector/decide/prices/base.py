"""A case and its best award, laid for bounds and awards without one statement or another."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import BestAward, Case
from models import Level as LevelState
from selector.appraise import Appraisal
from selector.decide.prices.bounding import Bounding
from selector.decide.prices.lifting import Lifting
from selector.decide.prices.neighbourhood import Surroundings
from selector.decide.without.measure import sign as sign_of
from selector.levels import Level, levels
from selector.program import excess_of_awards, objectives
from selector.solve.decomposition.finite import finite
from selector.solve.figures import constant, figures
from selector.solve.rank_rows import rooms
from selector.solve.root import Root, root

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Base:
    """What is compared with: the first level of the best award, in what a solver sees."""

    case: Case
    appraisal: Appraisal
    best: BestAward
    award: tuple[str, ...]
    """Ids of the bids it accepts."""

    @cached_property
    def laid(self) -> Lifting:
        """The program whose statements can be lifted."""
        return Lifting(self.case, self.appraisal)

    @cached_property
    def level(self) -> Level:
        """The first level."""
        return levels(self.case.objective, objectives(self.laid.appraisal))[0]

    @cached_property
    def cost(self) -> Floats:
        """What awards cost beside ``least``."""
        return self._excess[0]

    @cached_property
    def least(self) -> float:
        """What every award costs at the least."""
        goal = self.level.goal
        return float(self._excess[1].sum()) + constant(self.laid.program, goal) / goal.units

    @cached_property
    def _excess(self) -> tuple[Floats, Floats]:
        goal = self.level.goal
        return excess_of_awards(self.laid.program, figures(self.laid.program, goal) / goal.units)

    @cached_property
    def value(self) -> float:
        """What the best award comes to at the first level."""
        return self._seen(self._first.best)

    @cached_property
    def enough(self) -> float:
        """What is beyond this is worse than the best award, and held back by its level whatever its tolerance."""
        goal = self.level.goal
        units = float(self.level.unit) * self._per + goal.tolerance + goal.resolution
        return self.value + 2 * units / goal.units

    def _seen(self, amount: Decimal) -> float:
        sign = sign_of(self._first.objective)
        return sign * float(amount) * self._per / self.level.goal.units

    @property
    def _per(self) -> int:
        return self.level.goal.units if self.level.per is None else self.level.per

    @property
    def _first(self) -> LevelState:
        if self.best.certificate is None:
            raise AssertionError("an award has a certificate")
        return self.best.certificate.levels[0]

    def told(self, bound: float) -> Decimal | None:
        """A bound as the certificate would tell it: what an award comes to is a whole number of units."""
        goal = self.level.goal
        units = bound * goal.units
        if math.isfinite(units):
            # What is settled beside the bids' own figures is rounded once, to the nearest.
            units = float(math.floor(units + 0.5) if goal.settled else math.ceil(units))
        return self.level.bound(units)

    def bounding(self, relaxed: Root | None) -> Bounding:
        """For bounds; with the rank rows of a relaxation, where there is one."""
        program = finite(self.laid.held, self.cost)
        rows = tuple(relaxed.rows) if relaxed is not None else ()
        by_column = self.laid.held.matrix.tocsc()
        parents = []
        for row in rows:
            # What it follows from has all its columns; not to be told from other rows that have them all.
            entries = np.bincount(by_column[:, row.columns].indices, minlength=self.laid.held.matrix.shape[0])
            owners = self.laid.owners[np.flatnonzero(entries == len(row.columns))]
            parents.append(frozenset(np.unique(owners.indices).tolist()))
        return Bounding(program, self.cost, self.least, rows, tuple(parents), self.enough)

    def root(self, seconds: float | None, stop: Callable[[], bool]) -> Root | None:
        """The relaxation, strengthened by rank rows."""
        held = self.laid.held
        return root(held, self.cost, [], tuple(rooms(held)), seconds, stop)

    @cached_property
    def surroundings(self) -> Surroundings:
        """For awards near the best."""
        held = self.laid.held
        ids = self.laid.appraisal.bids.ids
        accepted = set(self.award)
        columns = np.array([at for at, name in enumerate(ids) if name in accepted], dtype=np.int64)
        return Surroundings(finite(held, self.cost), self.cost, self.least, columns, self.value)

    def ids(self, columns: tuple[int, ...]) -> tuple[str, ...]:
        """Ids of the bids of accept columns: every bid has one."""
        ids = self.laid.appraisal.bids.ids
        return tuple(ids[column] for column in columns)
