"""What the stages ask of a solver: one program kept, rows added to it, goals minimised over it one after another."""

import math
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Ending = Literal["proven", "settled", "infeasible", "time", "stopped", "nodes", "failed"]


@dataclass(frozen=True)
class Search:
    """Where a search for one goal ended: ``settled`` where its watch had enough before the solver had proven all.

    ``columns`` is the best solution, whole numbers; ``bound`` is in solver units.
    """

    ending: Ending
    columns: NDArray[np.int64] | None
    bound: float
    is_taken: bool = False
    """Whether ``columns`` are to be taken though better ones were shown on the way, which hang on what was done in time."""


@dataclass(frozen=True)
class Watch:
    """What a search reports and asks while it runs; figures in solver units.

    A solver that cannot be asked while it runs reports once, at its end.
    """

    improved: Callable[[NDArray[np.int64]], None]
    progress: Callable[[float], None]
    """Called with the bound, which may be infinite."""
    enough: Callable[[float], bool]
    """Whether a bound settles the matter."""
    stop: Callable[[], bool]


class Backend(Protocol):
    """A program in a solver. Not safe for several threads."""

    @property
    def method(self) -> str:
        """How the last goal was proven; empty where that is what the solver's own ``About`` says."""

    def add_row(self, coefficients: NDArray[np.float64], upper: float) -> None:
        """Add a row over all columns, ``coefficients @ x <= upper``, scaled so that its largest coefficient is about 1."""

    def only_for_now(self) -> AbstractContextManager[None]:
        """Take back, at the end, the rows added meanwhile."""

    def minimise(
        self,
        goal: NDArray[np.float64],
        watch: Watch,
        *,
        absolute_gap: float,
        relative_gap: float,
        seconds: float | None,
        nodes: int | None = None,
        start: NDArray[np.float64] | None = None,
        presolve: bool = True,
    ) -> Search:
        """Search for the least ``goal`` until it is settled to either gap, or a limit ends the search."""


@dataclass(frozen=True)
class About:
    """What a certificate says of the solver that ran."""

    solver: str
    """Its name and version."""
    method: str
    feasibility: float
    integrality: float


def remaining(seconds: float | None) -> Callable[[], float | None]:
    """How many of so many seconds are left, from now on; None where there is no limit."""
    began = time.monotonic()
    return lambda: None if seconds is None else max(seconds - (time.monotonic() - began), 0.0)


def scale(coefficients: NDArray[np.float64]) -> float:
    """The power of two that brings the largest coefficient to about 1, and so changes no digit; 0 where all are 0."""
    largest = float(np.abs(coefficients).max(initial=0.0))
    return math.ldexp(1.0, 1 - math.frexp(largest)[1]) if largest else 0.0
