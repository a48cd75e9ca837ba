"""A front between points and bounds: for programs too large to search every region to its end.

A sandwich of the front (Ruzika, Wiecek 2005; Rennen, van Dam, den Hertog 2011): points from within, and from without bounds
of weighted values that the linear relaxation proves. A region is closed once a bound shows that nothing lies in it. Where the
relaxation reaches into one, a solution is looked for there, and others beside it.
"""

import pickle
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from selector.fronts.around import Corner, Seen, look_around
from selector.fronts.dominance import nondominated_rows
from selector.fronts.found import Nondominated, Point, SoFar
from selector.fronts.gap import reach
from selector.fronts.multiobjective import Ints, Multiobjective
from selector.fronts.ranges import range_of
from selector.fronts.regions import Regions
from selector.fronts.relaxed import Bound
from selector.fronts.search import Judge, Values
from selector.many import Many

_SECONDS_BETWEEN_SIGNS = 3.0
_FINENESS = 1e-4
_SHARES = (0.15, 0.4, 1.0)
"""Of columns beside those of the relaxation, from one look around a corner to the next: most solutions are found among few, and soon."""
_LEAST_EPSILON = 1e-3
"""Where nothing is asked for: so large a share is aimed at."""


@dataclass
class Sandwich:
    """A search for enough points of a large program. Used once."""

    program: Multiobjective
    many: Many
    judge: Judge
    hoped: Callable[[Ints], Values]
    """What a solution is no better than, told in less time than the judge takes."""
    epsilon: float = 0.0
    known: Mapping[Values, Ints] = field(default_factory=dict)
    on_progress: Callable[[SoFar], None] = lambda _: None
    points: dict[Values, Ints] = field(default_factory=dict)
    bounds: list[Bound] = field(default_factory=list)
    searches: int = 0

    def run(self) -> Nondominated:
        """Look around corners until no region is open, or a limit ends it.

        Raises
        ------
        ValueError
            if an objective has no bound.
        SolverFailed
            if the solver breaks down.
        """
        self._payload = pickle.dumps(self.program)
        self._signed = 0.0
        self._busy: list[Values] = []
        self._looked: dict[Values, int] = {}
        """How often corners were looked around in vain, which are still open."""
        self.points.update(self.known)
        with self.many.together() as many:
            self._final = self._run(many)
        return self._final

    @property
    def _aim(self) -> float:
        return self.epsilon or _LEAST_EPSILON

    def _run(self, many: Many) -> Nondominated:
        objectives = range(len(self.program))
        found = many.each(range_of, [(self._payload, at) for at in objectives])
        ended = {each.ended for each in found.values()}
        if "empty" in ended:
            return self._answer(None, complete=True)
        if "unbounded" in ended:
            raise ValueError("an objective has no bound: its front has no end")
        if len(found) < len(objectives) or "limit" in ended:
            return self._answer(None)
        told = self.program.told
        self._low: Ints = np.array([told(at, found[at].low[0]) for at in objectives], dtype=np.int64)
        self._high: Ints = np.array(
            [self.program.highest(at, found[at].high[0]) + 1 for at in objectives], dtype=np.int64
        )
        table = np.array([[told(j, units) for j, units in enumerate(each.others[0])] for each in found.values()])
        self._bad: Ints = table.max(axis=0).astype(np.int64)
        self.regions = self._regions(self._aim)
        # Near the least of what varies manifold, a share of it is little, and the relaxation does not come so near.
        self._ends = [at for at in objectives if self._bad[at] - self._low[at] > abs(self._low[at])]
        many.as_it_comes(look_around, self._ask, self._take, self._is_settled)
        return self._answer(self.regions, complete=self._is_complete())

    def _is_settled(self) -> bool:
        return not len(self.regions)

    def _is_complete(self) -> bool:
        return bool(self.epsilon) and self._is_settled()

    def _regions(self, epsilon: float) -> Regions:
        """What points and bounds leave open."""
        regions = Regions(self._low, self._high)
        for values in self.points:
            regions.cut(reach(np.array(values), epsilon))
            self._drop(regions)
        return regions

    def _drop(self, regions: Regions, bounds: Sequence[Bound] | None = None) -> None:
        """Close the regions that a bound shows to hold nothing."""
        chosen = self.bounds if bounds is None else bounds
        if chosen and len(regions):
            weights = np.array([each.weights for each in chosen])
            least = np.array([each.least for each in chosen])
            below = np.array([each.below or (np.inf,) * len(self.program) for each in chosen])
            most = regions.uppers - 1
            hidden = (most @ weights.T) < least
            for objective in range(len(self.program)):
                hidden &= most[:, objective, None] <= below[None, :, objective]
            regions.drop(hidden.any(axis=1))

    def _ask(self) -> Corner | None:
        """The corner that lies deepest beyond the bounds, and far from those that are looked at."""
        if not len(self.regions):
            return None
        if self._ends:
            return self._end(self._ends.pop(0))
        uppers = self.regions.uppers
        unit = np.maximum(self._aim * np.abs(uppers.astype(np.float64)), 1.0)
        depth = (np.minimum(uppers, self._worst()) - self.regions.lows()) / unit
        score = np.log(np.maximum(depth, 1e-9)).sum(axis=1)
        for each in self._busy:
            near = (np.abs(uppers - np.array(each)) < 4 * unit).all(axis=1)
            score = np.where(near, score - 50, score)
        looked = [self._looked.get(tuple(each), 0) for each in uppers.tolist()]
        for at in np.lexsort((-score, looked)).tolist():
            upper = tuple(uppers[at].tolist())
            if upper not in self._busy and looked[at] < len(_SHARES):
                self._busy.append(upper)
                # A region may reach far beyond what is worth anything: what is looked around does not.
                place = np.minimum(uppers[at], self._worst())
                return Corner(
                    self._payload,
                    upper,
                    tuple(place.tolist()),
                    tuple(np.maximum(self._aim * np.abs(place), 1.0).tolist()),
                    share=_SHARES[looked[at]],
                )
        return None

    def _end(self, objective: int) -> Corner:
        """Where the front ends along an objective: beyond every region, so that what is proven holds for all."""
        upper = tuple((self._high + objective + 1).tolist())
        self._busy.append(upper)
        least = np.where(np.arange(len(upper)) == objective, self._low, self._bad)
        unit = np.maximum(self._aim * np.abs(least), 1.0)
        return Corner(self._payload, upper, upper, tuple(unit.tolist()), along=objective)

    def _worst(self) -> Ints:
        """The most of each objective among the points, and where the relaxation has the least of another."""
        worst: Ints = np.array([self._bad, *self.points], dtype=np.int64).max(axis=0)
        return np.minimum(worst + 1, self._high)

    def _take(self, asked: Corner, seen: Seen) -> None:
        self._busy.remove(asked.upper)
        self.searches += 1
        self.bounds.extend(seen.bounds)
        self._drop(self.regions, seen.bounds)
        for columns in seen.solutions:
            if not self._is_open(reach(np.array(self.hoped(columns)), self._aim)):
                continue
            values = self.judge(columns)
            if values is not None:
                self._offer(values, columns)
        still = (self.regions.uppers == np.array(asked.upper)).all(axis=1).any()
        if still:
            self._looked[asked.upper] = self._looked.get(asked.upper, 0) + 1
        self._sign()

    def _offer(self, values: Values, columns: Ints) -> None:
        """Take a point where it stands for something that is open."""
        place = reach(np.array(values), self._aim)
        if values not in self.points and self._is_open(place):
            self.points[values] = columns
            self.regions.cut(place)
            self._drop(self.regions)

    def _is_open(self, place: Ints) -> bool:
        return bool((place < self.regions.uppers).all(axis=1).any())

    def _sign(self) -> None:
        now = time.monotonic()
        if now - self._signed > _SECONDS_BETWEEN_SIGNS:
            self._signed = now
            self.on_progress(SoFar(self._answer(self.regions)))

    def share(self) -> float | None:
        """The least share for which the points stand for all solutions, as far as the bounds prove it."""
        low, high = 0.0, 1.0
        if not self.points or len(self._regions(high)):
            return None
        while high - low > _FINENESS + 0.02 * high:
            middle = (low + high) / 2
            low, high = (middle, high) if len(self._regions(middle)) else (low, middle)
        return high

    def _answer(self, regions: Regions | None, *, complete: bool = False) -> Nondominated:
        values = list(self.points)
        rows = nondominated_rows(np.array(values, dtype=np.int64).reshape(len(values), len(self.program)))
        gap = None
        if complete:
            gap = self.epsilon
        elif regions is not None and (self.many.is_over or not self._busy):
            gap = self.share()
        return Nondominated(
            points=tuple(Point(values[row], self.points[values[row]]) for row in rows),
            complete=complete,
            epsilon=self.epsilon,
            low=() if regions is None else tuple(regions.low.tolist()),
            gap=gap,
            regions=0 if regions is None else len(regions),
            searches=self.searches,
            seconds=time.monotonic() - self.many.started,
        )

    def without(self, rejected: Collection[Values]) -> Nondominated:
        """What is known once some points turned out to be none."""
        for values in rejected:
            self.points.pop(values, None)
        if not rejected or not self._final.low:
            return self._final
        self.regions = self._regions(self._aim)
        return self._answer(self.regions, complete=self._is_complete())
