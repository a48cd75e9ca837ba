"""The front of a program that falls apart: of each part by itself, then of all together."""

import math
import pickle
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from selector.fronts.dominance import nondominated_rows
from selector.fronts.found import Nondominated, Point, SoFar
from selector.fronts.gap import reach
from selector.fronts.multiobjective import Ints, Multiobjective
from selector.fronts.part import Part
from selector.fronts.ranges import Range, ranges
from selector.fronts.search import Search, Values
from selector.fronts.shares import constants, limits, parted
from selector.fronts.sums import Sums, added, fewer, standing, thinned
from selector.many import Many, never

PartJudge = Callable[[Part, Ints], Values | None]
"""Units that a solution of a part has of each objective, exactly; None where it is none after all."""
_MOST, _MOST_WHEN_OVER = 20_000, 200
"""Points of some parts together, which may be multiplied by those of others; beyond, some stand for the rest."""
_ROUNDING = 1e-12
_MANY = 1000
"""With an epsilon, points are made fewer on the way where there are more."""


def exact(part: Part, columns: Ints) -> Values | None:
    """What a solution of a part comes to, where nobody else judges it."""
    return part.program.values(columns)


@dataclass
class Apart:
    """A search for the front of a program by those of its parts. Used once."""

    program: Multiobjective
    parts: Sequence[Part]
    many: Many
    epsilon: float = 0.0
    judge: PartJudge = exact
    known: Mapping[Values, Ints] = field(default_factory=dict)
    """Points of the whole that are known already, by their values."""
    on_progress: Callable[[SoFar], None] = lambda _: None
    most: int = _MOST

    def run(self) -> Nondominated:
        """Search the parts one after another, then add their fronts up.

        Raises
        ------
        ValueError
            if an objective has no bound.
        SolverFailed
            if the solver breaks down.
        """
        with self.many.together() as many:
            spans = self._spans(many)
            if spans is None:
                return self._told(None, None, ())
            if any(each.ended == "empty" for each in spans):
                return replace(self._told(None, None, ()), points=(), complete=True, gap=self.epsilon)
            self._deal_out(spans)
            found = self._fronts(many, spans)
        if any(each.infeasible for each in found):
            return replace(self._told(None, None, found), points=(), complete=True, gap=self.epsilon)
        whole = self._sum(found) if all(each.points for each in found) else None
        low = tuple(sum(column) for column in zip(*(each.low for each in found), strict=True))
        return self._told(whole, tuple(map(self._rounded, range(len(low)), low)), found)

    def _spans(self, many: Many) -> list[Range] | None:
        found = many.each(ranges, [pickle.dumps(part.program) for part in self.parts])
        ended = {each.ended for each in found.values()}
        if "unbounded" in ended and "empty" not in ended:
            raise ValueError("an objective has no bound: its front has no end")
        if "empty" not in ended and ("limit" in ended or len(found) < len(self.parts)):
            return None
        return list(found.values())

    def _deal_out(self, spans: Sequence[Range]) -> None:
        """Give each part its constants, where that is possible so that shares of values add up."""
        ends = [limits(part.program, span) for part, span in zip(self.parts, spans, strict=True)]
        dealt = [
            constants(total, [low[at] for low, _ in ends], [high[at] for _, high in ends])
            for at, total in enumerate(self.program.constant)
        ]
        self._adds_up = all(each is not None for each in dealt)
        for at, total in enumerate(self.program.constant):
            dealt[at] = dealt[at] or [total, *[0] * (len(self.parts) - 1)]
        table = np.array(dealt, dtype=np.int64).T.tolist()
        self.parts = [part.shifted(tuple(each)) for part, each in zip(self.parts, table, strict=True)]
        self._grain = np.array(self.program.step, dtype=np.int64)
        rounds = math.ceil(math.log2(len(self.parts)))
        self._of_part, self._of_round = parted(self.epsilon if self._adds_up else 0.0, rounds)

    def _fronts(self, many: Many, spans: Sequence[Range]) -> list[Nondominated]:
        """The fronts of the parts: each has such a share of the time as of the columns that are left."""
        found: list[Nondominated] = []
        sizes = [len(part.columns) for part in self.parts]
        for at, (part, span) in enumerate(zip(self.parts, spans, strict=True)):
            left = many.left
            limit = None
            if left is not None:
                limit = time.monotonic() - many.started + max(left, 0.0) * sizes[at] / sum(sizes[at:])

            def tell(so_far: SoFar, done: int = at) -> None:
                known = self._told(None, None, (so_far.known,))
                self.on_progress(SoFar(known, part=f"part {done + 1} of {len(self.parts)}"))

            search = Search(
                part.program,
                replace(many, time_limit=limit),
                self._of_part,
                judge=self._judge(part),
                on_progress=tell,
                grain=self._grain,
                span=span,
            )
            found.append(search.run())
        return found

    def _judge(self, part: Part) -> Callable[[Ints], Values | None]:
        return lambda columns: self.judge(part, columns)

    def _sum(self, found: Sequence[Nondominated]) -> Sums:
        """The sums of the points, in rounds of pairs, the fewest with the most."""
        self._points = [each.points for each in found]
        left = [
            Sums(
                np.array([each.values for each in front.points], dtype=np.int64),
                np.arange(len(front.points), dtype=np.int64)[:, None],
                (at,),
                self._share(front),
            )
            for at, front in enumerate(found)
        ]
        while len(left) > 1:
            left.sort(key=len)
            middle, several = left[len(left) // 2 : (len(left) + 1) // 2], len(left) // 2
            pairs = zip(left[:several], reversed(left[len(left) - several :]), strict=True)
            left = [*(self._add(one, other) for one, other in pairs), *middle]
        return left[0]

    def _share(self, front: Nondominated) -> float:
        if front.complete:
            return self._of_part
        return math.inf if front.gap is None or not self._adds_up else front.gap

    def _add(self, one: Sums, other: Sums) -> Sums:
        grain = self._grain if self._adds_up else None
        whole = added(one, other, lambda: self.many.is_over)
        if whole is None:
            few = [fewer(each, _MOST_WHEN_OVER, grain) for each in (one, other)]
            whole = added(few[0], few[1], never)
            if whole is None:
                raise AssertionError("nobody ended it")
        if grain is not None and self._of_round and len(whole) > _MANY:
            whole = thinned(whole, self._of_round, grain)
        return fewer(whole, self.most, grain)

    def _rounded(self, objective: int, units: int) -> int:
        step = self.program.step[objective]
        return (2 * units + step) // (2 * step)

    def _told(self, whole: Sums | None, low: Values | None, found: Sequence[Nondominated]) -> Nondominated:
        """What is known of the whole: sums, and what was known before."""
        rows: dict[Values, int] = {}
        complete, gap = False, None
        if whole is not None:
            step = np.array(self.program.step, dtype=np.int64)
            values = (2 * whole.values + step) // (2 * step)
            best = nondominated_rows(values)
            complete = all(each.complete for each in found) and whole.share <= self.epsilon
            gap = self.epsilon if complete else self._missing(whole)
            if complete and self.epsilon and self._adds_up:
                left = max((1 + self.epsilon) / (1 + whole.share) - 1 - _ROUNDING, 0.0)
                best = best[standing(values[best], reach(values[best], left))]
            rows = {tuple(values[row].tolist()): int(row) for row in best}
        every = [*(each for each in self.known if each not in rows), *rows]
        front = nondominated_rows(np.array(every, dtype=np.int64).reshape(len(every), len(self.program)))
        points = tuple(
            Point(every[at], self._columns(whole, rows[every[at]]) if every[at] in rows else self.known[every[at]])
            for at in front
        )
        if low is not None and not complete and points:
            gap = min(
                (each for each in (gap, _share_above(low, [point.values for point in points])) if each is not None),
                default=None,
            )
        return Nondominated(
            points=points,
            complete=complete,
            epsilon=self.epsilon,
            low=low or (),
            gap=gap,
            regions=sum(each.regions for each in found),
            searches=sum(each.searches for each in found),
            seconds=time.monotonic() - self.many.started,
        )

    def _columns(self, whole: Sums | None, row: int) -> Ints:
        """The columns of a sum: of each part those of its point."""
        if whole is None:
            raise AssertionError("a sum is of something")
        columns = np.zeros(self.program.matrix.shape[1], dtype=np.int64)
        for part, chosen in zip(whole.parts, whole.chosen[row].tolist(), strict=True):
            columns[self.parts[part].columns] = self._points[part][chosen].columns
        return columns

    def _missing(self, whole: Sums) -> float | None:
        """The share that is proven of what points are rounded to; None where none is."""
        if not np.isfinite(whole.share):
            return None
        step = np.array(self.program.step, dtype=np.int64)
        sizes = np.abs(whole.values.astype(np.float64))
        least = np.floor(whole.values - whole.share * sizes * (1 + _ROUNDING)).astype(np.int64)
        least = np.where(whole.values > 0, np.maximum(least, 0), least)  # all values are of one sign
        values = (2 * whole.values + step) // (2 * step)
        missing = values - (2 * least + step) // (2 * step)
        with np.errstate(divide="ignore", invalid="ignore"):
            worst = np.where(missing > 0, missing / np.abs(values), 0.0).max()
        return float(worst) if np.isfinite(worst) else None


def _share_above(low: Values, points: Sequence[Values]) -> float | None:
    """The least share by which some point is above what every solution has at the least."""
    values = np.array(points, dtype=np.float64)
    missing = values - np.array(low)
    with np.errstate(divide="ignore", invalid="ignore"):
        behind = np.where(missing > 0, missing / np.abs(values), 0.0)
    least = float(behind.max(axis=1).min())
    return least if math.isfinite(least) else None
