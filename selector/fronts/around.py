"""One look around a corner of what is open: a bound, and solutions near it."""

import itertools
import math
import pickle
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from selector.fronts.kept import Kept
from selector.fronts.multiobjective import Multiobjective
from selector.fronts.relaxed import Bound, Near, Relaxed
from selector.fronts.walk import Walk

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_NEAR = 0.15
"""Of columns that the relaxation does not take, the share with the least reduced cost that stay."""
_SECONDS, _SECONDS_FOR_ALL = 6.0, 30.0
"""For a solution among few columns, and for one among all."""
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
    whole: bool = False
    """Whether to search among all columns at once: few have not done before."""


@dataclass(frozen=True)
class Seen:
    """What came back. ``empty``: there is nothing below the corner."""

    bound: Bound | None = None
    solutions: tuple[Ints, ...] = ()
    empty: bool = False
    gave_up: bool = False


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
    near = tools.relaxed.near(np.array(asked.place) - 1, unit, seconds, stop)
    if near.empty:
        return Seen(empty=True)
    if near.bound is None or near.columns is None or near.reduced is None:
        return Seen(gave_up=True)
    weights = np.array(near.bound.weights)
    if float(weights @ (upper - 1)) < near.bound.least:
        return Seen(near.bound)
    left = None if seconds is None else seconds - (time.monotonic() - began)
    usual = _SECONDS_FOR_ALL if asked.whole else _SECONDS
    limit = usual if left is None else min(left, usual)
    ended, columns = _solution(tools, asked, near, weights, limit, stop)
    if columns is None:
        # There is none even a little above the corner.
        return Seen(near.bound, empty=ended == "empty" and asked.whole, gave_up=True)
    return Seen(near.bound, (columns, *_beside(tools, columns, weights, unit, stop)))


def _solution(
    tools: _Tools, asked: Corner, near: Near, weights: Floats, seconds: float, stop: Callable[[], bool]
) -> tuple[str, Ints | None]:
    """One solution below the corner, in its weights good enough: among few columns, or among all."""
    program = tools.program
    beyond = np.array(asked.upper) - 1 + _BEYOND * np.array(asked.unit)
    most = [program.most(at, int(value)) for at, value in enumerate(beyond)]
    allowed = 0.25 * float(weights @ np.array(asked.unit))
    upper = program.upper
    if not asked.whole and near.columns is not None and near.reduced is not None:
        free = program.integral & (near.columns < 1e-9) & (np.arange(len(upper)) < (program.deciding or len(upper)))
        reduced = np.where(free, near.reduced, np.inf)
        bar = np.quantile(reduced[free], _NEAR) if free.any() else math.inf
        upper = np.where(free & (near.reduced > bar), 0.0, upper)
    return tools.kept.weighed(weights, most, upper, gap=allowed, seconds=seconds, stop=stop)


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
