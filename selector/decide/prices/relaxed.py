"""The linear relaxation of a case, and from where it stands those of all awards that break a statement."""

import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import highspy
import numpy as np
from numpy.typing import NDArray

from selector.decide.prices.bounding import Bounding
from selector.decide.prices.breach import Breach, Lifted
from selector.solve.highs import accepted, fresh, hand_over, insert

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Stop = Callable[[], bool]

_Status = highspy.HighsModelStatus
_SECONDS = 0.3
"""For each relaxation: one that goes on from another takes a moment, but for a few that run astray."""


@dataclass
class Relaxed:
    """The relaxation in HiGHS. Not for several threads."""

    bounding: Bounding
    highs: highspy.Highs = field(default_factory=fresh)

    def __post_init__(self) -> None:
        hand_over(self.bounding.program, self.highs, self.bounding.cost, relaxed=True)
        insert(self.highs, self.bounding.implied)

    def solve(self, seconds: float | None, stop: Stop) -> Floats | None:
        """Prices of all rows of the case as it stands; None where a limit came first, or there are none."""
        self._limit(math.inf if seconds is None else seconds)
        self.highs.run()
        if stop() or self.highs.getModelStatus() != _Status.kOptimal:
            return None
        # From here on a relaxation is left where it tells enough, at the prices it has reached.
        self.highs.setOptionValue("objective_bound", self.bounding.enough - self.bounding.least)
        return np.asarray(self.highs.getSolution().row_dual)

    @property
    def values(self) -> Floats:
        """Of all columns, in the relaxation that was solved last."""
        return np.asarray(self.highs.getSolution().col_value)

    def least(self, freed: Ints, breach: Breach, seconds: float) -> float:
        """What every award comes to at the least that keeps all rows but those freed, and breaks them this way."""
        lower, upper = limits = self.bounding.limits(freed, breach)
        changed = np.unique(np.append(freed, breach.row)) if breach.row >= 0 else freed
        self._set(changed, lower, upper)
        with self._one_of(breach, len(lower)):
            self._limit(seconds)
            self.highs.run()
            found = self._proven(limits, breach)
        self._set(changed, self.bounding.lower, self.bounding.upper)
        return found

    @contextmanager
    def _one_of(self, breach: Breach, rows: int) -> Iterator[None]:
        """For now, with one of the breach's columns at 1."""
        some = breach.any_of
        if some is None:
            yield
        elif len(some) == 1:
            upper = float(self.bounding.program.upper[some[0]])
            accepted(self.highs.changeColBounds(int(some[0]), 1.0, upper), "limits of a column")
            yield
            accepted(self.highs.changeColBounds(int(some[0]), 0.0, upper), "limits of a column")
        else:
            status = self.highs.addRow(1.0, highspy.kHighsInf, len(some), some.astype(np.int32), np.ones(len(some)))
            accepted(status, "a row")
            yield
            accepted(self.highs.deleteRows(1, np.array([rows], dtype=np.int32)), "to delete a row")

    def _limit(self, seconds: float) -> None:
        until = math.inf if math.isinf(seconds) else self.highs.getRunTime() + max(seconds, 0.0)
        accepted(self.highs.setOptionValue("time_limit", until), "a time limit")

    def _set(self, rows: Ints, lower: Floats, upper: Floats) -> None:
        infinity = highspy.kHighsInf
        status = self.highs.changeRowsBounds(  # type: ignore[attr-defined]
            len(rows), rows.astype(np.int32), np.maximum(lower[rows], -infinity), np.minimum(upper[rows], infinity)
        )
        accepted(status, "limits of rows")

    def _proven(self, limits: tuple[Floats, Floats], breach: Breach) -> float:
        rows = len(limits[0])
        if self.highs.getModelStatus() == _Status.kInfeasible:
            _, _, told = self.highs.getDualRay()  # type: ignore[attr-defined]
            ray = np.asarray(told)
            # HiGHS has none, or one of no length, where it saw before any step that there is no solution.
            for prices in (ray, -ray) if len(ray) >= rows else ():
                if self.bounding.proven(prices[:rows], limits, breach, self._beside(prices, rows), costs=False) > 0:
                    return math.inf
        solution = self.highs.getSolution()
        prices = np.asarray(solution.row_dual)
        if not solution.dual_valid or len(prices) < rows:
            return -math.inf
        return self.bounding.proven(prices[:rows], limits, breach, self._beside(prices, rows))

    @staticmethod
    def _beside(prices: Floats, rows: int) -> float:
        """The price of the row that was added, where there is one."""
        return float(prices[rows]) if len(prices) > rows else 0.0


@dataclass(frozen=True)
class Broken:
    """Members to be lifted, each to be bounded."""

    bounding: Bounding
    members: Sequence[Lifted]
    share: float
    """Of the time, what this may take."""


def bounds(asked: Broken, seconds: float | None, stop: Stop) -> Mapping[int, float]:
    """By member: what every award that makes use of its lifting comes to at the least; infinite where none can.

    Members are looked at in their order, as many as there is time for; the others are not there. Work as ``Many`` takes
    it.
    """
    until = math.inf if seconds is None else time.monotonic() + seconds * asked.share
    bounding, relaxed = asked.bounding, Relaxed(asked.bounding)
    found: dict[int, float] = {}
    prices = relaxed.solve(seconds, stop)
    if prices is None:
        return found
    for each in asked.members:
        freed = bounding.freed(each.member, each.freed)
        least = math.inf
        before = bounding.at(prices, freed)
        for breach in each.breaches:
            left = until - time.monotonic()
            if left <= 0 or stop():
                return found
            least = min(least, max(before, relaxed.least(freed, breach, min(left, _SECONDS))))
        found[each.member] = least
    return found
