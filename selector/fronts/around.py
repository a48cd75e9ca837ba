"""One look around a corner of what is open: a bound, and solutions near it."""

import itertools
import math
import pickle
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from selector.fronts.kept import Kept
from selector.fronts.multiobjective import Multiobjective
from selector.fronts.relaxed import Bound, Relaxed, bound_told
from selector.fronts.walk import Walk

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_SECONDS, _SECONDS_FOR_ALL = 6.0, 30.0
"""For a solution among some columns, and for one among all."""
_SECONDS_FOR_AN_END, _OF_TIME = 60.0, 0.2
"""For the least of an objective, and of what time there is."""
_ASIDE = 0.02
"""What the other objectives weigh where the least of one is looked for."""
_BEYOND = 0.5
"""Of how far a point reaches: by how much it may lie above the corner, and still stand for much of what is below."""
_STEPS = 40
_OF_A_STEP = 0.6
_SPENT = 0.4
"""Of how far points reach, what those beside one may be worse by."""


@dataclass(frozen=True)
class Corner:
    """What is asked: solutions below a corner in every objective, or a bound that says that there are none."""

    program: bytes
    upper: tuple[int, ...]
    place: tuple[int, ...]
    """Where around is looked: at the corner, or below it where it is far beyond all points."""
    unit: tuple[float, ...]
    """What a difference of each objective is measured by: how far a point at the corner reaches."""
    share: float = 1.0
    """Of columns that the relaxation does not take, so many of the least reduced cost are searched; what is below 1 proves nothing."""
    along: int | None = None
    """An objective, the least of which is looked for instead."""


@dataclass(frozen=True)
class Seen:
    """What came back: bounds, and solutions."""

    bounds: tuple[Bound, ...] = ()
    solutions: tuple[Ints, ...] = ()


@dataclass
class _Tools:
    program: Multiobjective
    relaxed: Relaxed
    walk: Walk
    kept: Kept = field(init=False)

    def __post_init__(self) -> None:
        self.kept = Kept(self.program)


@lru_cache(maxsize=1)
def _tools(program: bytes) -> _Tools:
    loaded: Multiobjective = pickle.loads(program)  # noqa: S301  (from our own parent)
    return _Tools(loaded, Relaxed(loaded), Walk(loaded))


def look_around(asked: Corner, seconds: float | None, stop: Callable[[], bool]) -> Seen:
    """Look, in whatever process this is, with the solvers that it keeps."""
    began = time.monotonic()
    tools = _tools(asked.program)
    upper, unit = np.array(asked.upper, dtype=np.int64), np.array(asked.unit)
    if asked.along is not None:
        weights = np.where(np.arange(len(unit)) == asked.along, 1.0, _ASIDE) / unit
        limit = _SECONDS_FOR_AN_END if seconds is None else min(_OF_TIME * seconds, _SECONDS_FOR_AN_END)
        columns, inside = _solution(tools, asked, tools.program.upper, weights, limit, stop)
        return _seen(tools, columns, (inside,), weights, unit, stop)
    near = tools.relaxed.near(np.array(asked.place) - 1, unit, seconds, stop)
    if near is None:
        return Seen()
    weights = np.array(near.bound.weights)
    if float(weights @ (upper - 1)) < near.bound.least:
        return Seen((near.bound,))
    left = None if seconds is None else seconds - (time.monotonic() - began)
    usual = _SECONDS if asked.share < 1 else _SECONDS_FOR_ALL
    limit = usual if left is None else min(left, usual)
    limits = _limits(tools.program, near.columns, near.reduced, asked.share)
    columns, inside = _solution(tools, asked, limits, weights, limit, stop)
    return _seen(tools, columns, (near.bound, inside), weights, unit, stop)


def _seen(
    tools: _Tools,
    columns: Ints | None,
    bounds: Iterable[Bound | None],
    weights: Floats,
    unit: Floats,
    stop: Callable[[], bool],
) -> Seen:
    solutions = () if columns is None else (columns, *_beside(tools, columns, weights, unit, stop))
    return Seen(tuple(each for each in bounds if each is not None), solutions)


def _limits(program: Multiobjective, relaxed: Floats, reduced: Floats, share: float) -> Floats:
    """Upper limits of columns: 0 for all but a share of those that the relaxation does not take."""
    upper = program.upper
    if share >= 1:
        return upper
    free = program.integral & (relaxed < 1e-9) & (np.arange(len(upper)) < (program.deciding or len(upper)))
    cost = np.where(free, reduced, np.inf)
    bar = np.quantile(cost[free], share) if free.any() else math.inf
    return np.where(free & (cost > bar), 0.0, upper)


def _solution(
    tools: _Tools,
    asked: Corner,
    limits: Floats,
    weights: Floats,
    seconds: float,
    stop: Callable[[], bool],
) -> tuple[Ints | None, Bound | None]:
    """One solution below the corner or a little above, in the weights good enough, and what is proven of all of those.

    ``limits`` of columns: where they are not those of the program, nothing is proven.
    """
    program = tools.program
    beyond = np.floor(np.array(asked.upper) - 1 + _BEYOND * np.array(asked.unit))
    most = [program.most(at, int(value)) for at, value in enumerate(beyond)]
    allowed = 0.25 * float(weights @ np.array(asked.unit))
    ended, columns, least = tools.kept.weighed(weights, most, limits, gap=allowed, seconds=seconds, stop=stop)
    if limits is not program.upper or ended == "failed":
        return columns, None
    below = tuple(beyond.tolist())
    if ended == "empty":
        return None, Bound(tuple(weights.tolist()), math.inf, below)
    proven = bound_told(program, weights, least, float(weights @ np.abs(beyond)))
    return columns, replace(proven, below=below) if math.isfinite(least) else None


def _beside(tools: _Tools, columns: Ints, weights: Floats, unit: Floats, stop: Callable[[], bool]) -> Iterator[Ints]:
    """Solutions beside one, along each objective, either way."""
    if not len(tools.program.exchange[0]):
        return
    for objective, reach in enumerate(unit.tolist()):
        for sign in (-1, 1):
            steps = tools.walk.along(
                columns, weights, objective, sign, _OF_A_STEP * reach, _SPENT * float(weights @ unit), stop
            )
            yield from itertools.islice(steps, _STEPS)
