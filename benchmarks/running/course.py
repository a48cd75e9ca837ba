"""How a search went: its best solution and its bound along the way. Imports nothing of the engine."""

import time
from collections.abc import Sequence
from typing import NamedTuple

MOST_POINTS = 200
_INFINITE = 1e20
"""What solvers write for a figure that they do not have."""


class Point(NamedTuple):
    """What was known after so many seconds; None where nothing was. Figures in the problem's money."""

    seconds: float
    incumbent: float | None
    bound: float | None


class Course:
    """A clock, and what was known when. Begun anew once the solver has its model: laying that is told apart."""

    def __init__(self, *, maximise: bool = False) -> None:
        self._sign = -1 if maximise else 1
        self._made = self._began = time.perf_counter()
        self._points: list[Point] = []
        """As of a minimum."""

    def begin(self) -> None:
        """The solver has its model: seconds count from now."""
        self._began = time.perf_counter()

    @property
    def building(self) -> float:
        """Seconds that laying the solver's model took."""
        return self._began - self._made

    @property
    def seconds(self) -> float:
        """Seconds of the search so far."""
        return time.perf_counter() - self._began

    @property
    def bound(self) -> float | None:
        """The best bound so far."""
        last = self._points[-1].bound if self._points else None
        return None if last is None else self._sign * last

    def add(self, incumbent: float | None, bound: float | None, *, seconds: float | None = None) -> None:
        """Note what is known now, or was after so many seconds; a figure that is no number says nothing."""
        last = self._points[-1] if self._points else Point(0.0, None, None)
        # What was found stays found, and what was proven proven, whatever a callback leaves out.
        point = Point(
            max(self.seconds if seconds is None else seconds, last.seconds),
            _least(last.incumbent, self._figure(incumbent)),
            _most(last.bound, self._figure(bound)),
        )
        if point[1:] != last[1:]:
            self._points.append(point)

    def ended(self, objective: float | None, bound: float | None, seconds: float) -> tuple[Point, ...]:
        """All that was noted up to an answer, in time's order: at most ``MOST_POINTS``.

        What a solver says on its way, within its tolerance, is no better than what it comes to at the end.
        """
        if objective is not None or bound is not None:
            self.add(objective, bound, seconds=seconds)
        value, proven = self._figure(objective), self._figure(bound)
        return thinned(
            [
                self._told(
                    at, None if found is None else _most(found, value), None if low is None else _least(low, proven)
                )
                for at, found, low in self._points
            ]
        )

    def _figure(self, value: float | None) -> float | None:
        return None if value is None or not abs(value) < _INFINITE else self._sign * float(value)

    def _told(self, seconds: float, *figures: float | None) -> Point:
        incumbent, bound = (None if each is None else round(self._sign * each, 6) + 0.0 for each in figures)
        return Point(round(seconds, 3), incumbent, bound)


def thinned(points: Sequence[Point], most: int = MOST_POINTS) -> tuple[Point, ...]:
    """At most so many of the points, the first and the last among them, evenly by their number."""
    if len(points) <= most:
        return tuple(points)
    step = (len(points) - 1) / (most - 1)
    return tuple(points[round(k * step)] for k in range(most))


def _least(one: float | None, other: float | None) -> float | None:
    return min((each for each in (one, other) if each is not None), default=None)


def _most(one: float | None, other: float | None) -> float | None:
    return max((each for each in (one, other) if each is not None), default=None)
