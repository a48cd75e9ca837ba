"""All nondominated points of a program with several objectives.

Search regions by local upper bounds (Klamroth, Lacour, Vanderpooten 2015), of which the next to be searched, and the
objective to be minimised there, are those of the largest projection (Tamby, Vanderpooten 2021: Enumeration of the
nondominated set of multiobjective discrete optimization problems, INFORMS Journal on Computing 33(1)). A search finds a
point of its region that no other dominates, or proves that there is none; either tells of other regions too.
"""

import pickle
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from selector.fronts.choice import Chosen, next_region
from selector.fronts.dominance import nondominated_rows
from selector.fronts.found import Nondominated, Point, SoFar
from selector.fronts.gap import reach, share_missing
from selector.fronts.multiobjective import Ints, Multiobjective
from selector.fronts.neighbours import Neighbours
from selector.fronts.piece import Asked, Found, search_piece
from selector.fronts.ranges import Range, ranges
from selector.fronts.regions import Regions
from selector.many import Many

Values = tuple[int, ...]
Judge = Callable[[Ints], Values | None]
"""Exact values of a solution; None where it is none after all, by a solver's tolerance."""
_SECONDS_BETWEEN_SIGNS = 1.0
_OF_A_STEP = 0.9
"""Of how far a point reaches, by how much it may miss the least of its objective."""


@dataclass
class Search:
    """A search for the front of a program. Used once."""

    program: Multiobjective
    many: Many
    epsilon: float = 0.0
    """A share of a point's values: what is no more than that better than it is not looked for."""
    judge: Judge | None = None
    known: Mapping[Values, Ints] = field(default_factory=dict)
    """Points that are known already, by their values."""
    grain: Ints | None = None
    """What points may be missed by are multiples of this, of each objective; any whole number if left out."""
    span: Range | None = None
    """Between which values the objectives lie, where that is known already."""
    on_progress: Callable[[SoFar], None] = lambda _: None
    points: dict[Values, Ints] = field(default_factory=dict)
    searches: int = 0

    def run(self) -> Nondominated:
        """Search until nothing is open, or a limit ends it.

        Raises
        ------
        ValueError
            if an objective has no bound.
        SolverFailed
            if the solver breaks down.
        """
        self._payload = pickle.dumps(self.program)
        self._cuts: list[tuple[int, ...]] = []
        self._given_up: set[Chosen] = set()
        self._busy: list[Chosen] = []
        self._told = 0.0
        self._first: list[int] = list(range(len(self.program)))
        self._exact = self.program.values if self.judge is None else self.judge
        self._beside = Neighbours.of(self.program) if self.judge is None else None
        self.points.update(self.known)
        with self.many.together() as many:
            return self._search(many)

    def _search(self, many: Many) -> Nondominated:
        found = self.span or many.each(ranges, [self._payload]).get(0)
        if found is None or found.ended == "limit":
            return self._answer(None)
        if found.ended == "unbounded":
            raise ValueError("an objective has no bound: its front has no end")
        if found.ended == "empty":
            return self._answer(None, complete=True)
        told = self.program.told
        low = np.array([told(at, units) for at, units in enumerate(found.low)], dtype=np.int64)
        high = np.array([self.program.highest(at, units) + 1 for at, units in enumerate(found.high)], dtype=np.int64)
        self.regions = Regions(low, high)
        self._top = tuple(high.tolist())
        for values in self.points:
            self.regions.cut(reach(np.array(values), self.epsilon, self.grain))
        many.as_it_comes(search_piece, self._ask, self._take, self._is_settled)
        return self._answer(self.regions, complete=self._is_settled())

    def _is_settled(self) -> bool:
        return not len(self.regions)

    def _ask(self) -> Asked | None:
        """The next search: first each objective by itself, then the regions; None while what runs has to tell more."""
        if not len(self.regions):
            return None
        if self._first:
            chosen: Chosen | None = Chosen(self._top, self._first.pop(0))
        else:
            chosen = next_region(self.regions, self._busy, self._given_up)
        if chosen is None:
            return None
        self._busy.append(chosen)
        program, most = self.program, program_most(self.program, chosen.upper)
        low = tuple(program.most(at, int(value) - 1) + 1 for at, value in enumerate(self.regions.low))
        gap = self._allowed(chosen) * program.step[chosen.objective]
        known = None if self._beside is None else self._beside.best(chosen.objective, most)
        return Asked(self._payload, chosen.objective, most, low, gap, tuple(self._cuts), chosen.upper, known)

    def _take(self, asked: Asked, found: Found) -> None:
        chosen = Chosen(asked.upper, asked.objective)
        self._busy.remove(chosen)
        self.searches += 1
        upper = np.array(chosen.upper, dtype=np.int64)
        if found.ended == "empty":
            self.regions.close(upper)
        else:
            self._take_found(chosen, upper, found)
        self._sign()

    def _take_found(self, chosen: Chosen, upper: Ints, found: Found) -> None:
        columns = found.columns
        if found.ended == "limit" and not self.epsilon:
            columns = None  # a solution, but nobody has shown that no other dominates it
        values = None if columns is None else self._offer(columns)
        inside = values is not None and bool((np.array(values) < upper).all())
        if columns is not None and not inside:
            self._forbid(chosen, columns)
        objective = chosen.objective
        if np.isfinite(found.bound):
            bound = int(np.ceil(found.bound - 1e-9 * max(abs(found.bound), 1.0)))
            if self.program.extra is not None and self.program.extra[objective].any():
                bound -= 1  # exact values are rounded once, to the nearest
            corner = upper.copy()
            corner[objective] = min(self.program.told(objective, bound), upper[objective])
            if inside and values is not None:
                corner[objective] = min(corner[objective], values[objective])
            if chosen.upper == self._top:
                self.regions.raise_low(objective, int(corner[objective]))
            self.regions.close(corner)
        if found.ended == "failed":
            self._given_up.add(chosen)
        elif not inside and chosen.upper == self._top and found.ended == "found" and chosen not in self._given_up:
            self._first.insert(0, objective)  # what came out is none, and was cut off

    def _offer(self, columns: Ints) -> Values | None:
        """Take a solution as a point, where it is one; its values."""
        values = self._exact(columns)
        if values is not None and values not in self.points:
            self.points[values] = columns
            self.regions.cut(reach(np.array(values), self.epsilon, self.grain))
            if self._beside is not None:
                self._beside.add(columns)
        return values

    def _allowed(self, chosen: Chosen) -> float:
        """By how much the value found may be above the least: so little that it stands for it all the same."""
        low, high = int(self.regions.low[chosen.objective]), chosen.upper[chosen.objective] - 1
        return 0.0 if low < 0 < high else _OF_A_STEP * float(np.floor(self.epsilon * min(abs(low), abs(high))))

    def _forbid(self, chosen: Chosen, columns: Ints) -> None:
        program = self.program
        deciding = np.flatnonzero(program.integral[: program.deciding])
        if (program.lower[deciding] < 0).any() or (program.upper[deciding] > 1).any():
            self._given_up.add(chosen)  # no row tells one solution from all others
        else:
            self._cuts.append(tuple(deciding[columns[deciding] > 0].tolist()))

    def _sign(self) -> None:
        now = time.monotonic() - self.many.started
        if now - self._told < _SECONDS_BETWEEN_SIGNS:
            return
        self._told = now
        self.on_progress(SoFar(self._answer(self.regions)))

    def _front(self) -> Iterable[Point]:
        values = list(self.points)
        if not values:
            return ()
        rows = nondominated_rows(np.array(values, dtype=np.int64))
        return tuple(Point(values[row], self.points[values[row]]) for row in rows)

    def _answer(self, regions: Regions | None, *, complete: bool = False) -> Nondominated:
        gap = self.epsilon if complete else None
        if not complete and regions is not None and self.points:
            gap = share_missing(np.array(list(self.points)), regions, self.epsilon)
        return Nondominated(
            points=tuple(self._front()),
            complete=complete,
            epsilon=self.epsilon,
            low=() if regions is None else tuple(regions.low.tolist()),
            gap=gap,
            regions=0 if regions is None else len(regions),
            searches=self.searches,
            seconds=time.monotonic() - self.many.started,
        )


def program_most(program: Multiobjective, upper: Values) -> tuple[int, ...]:
    """Units that points of a region have at the most."""
    return tuple(program.most(at, value - 1) for at, value in enumerate(upper))
