"""What is asked of a solver, and what comes back.

An outcome keeps apart what was found, what was proven and what ended the search: a limit never reads as a proof.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:  # what follows is loaded in children, which need no more of the models than their errors
    from models import Status

from selector.solve.memory import Memory

Limit = Literal["time", "stopped", "failure"]
Method = Literal["auto", "whole", "parts"]
"""How a program is searched: as a whole, in parts, or in parts where it is large."""
Ties = Literal["proven_none", "found", "not_examined"]


@dataclass(frozen=True)
class Goal:
    """One objective over all columns, in whole units, to be minimised."""

    name: str
    coefficients: NDArray[np.int64]
    units: int
    """Units in one of what the solver sees, such as 100 pence in a pound; it sees figures of a sane size."""
    tolerance: int = 0
    """Units by which later goals may fall behind what was found."""
    resolution: int = 1
    """A difference smaller than this many units is none."""
    saving: Fraction = Fraction(0)
    """How much of what redeployment saves, in pence, its units are less by."""
    soft: tuple[tuple[int, Fraction], ...] = ()
    """Soft rows of the program, and how many units a violation of 1 counts for."""

    @property
    def settled(self) -> bool:
        """Whether some of its value is settled by the accepted bids, beside what its coefficients say."""
        return bool(self.saving or self.soft)


@dataclass(frozen=True)
class Plan:
    """Goals in order, and how far to go."""

    goals: tuple[Goal, ...]
    tie_breakers: tuple[Goal, ...] = ()
    """Goals that choose among equals; pursued only where ``gap`` is 0 and every goal was proven."""
    gap: float = 0.0
    """Relative gap at which a goal counts as proven; 0 is to its resolution."""
    gap_base: NDArray[np.int64] | None = None
    """Coefficients of what the gap of one goal is relative to; the goal itself where None."""
    gap_base_at: int = 0
    """Position of the goal whose gap is relative to ``gap_base``."""
    gap_base_least: int = 0
    """Units that ``gap_base`` is known to reach in every award: the solver prunes by the gap that this allows."""
    time_limit: float | None = None
    forbidden: tuple[tuple[int, ...], ...] = ()
    """Awards, as accepted columns, that may not come out."""
    start: tuple[int, ...] = ()
    """Accepted columns of an award to begin with, where it keeps every row; none where empty. For lots that it leaves
    open the best bids are found that go with it."""
    bound: float = -np.inf
    """Units that the first goal has at the least in every award, where so much is proven already."""
    solver: str = "highs"
    """Name of the solver, as ``chosen`` gives it."""
    method: Method = "auto"
    memory: Memory | None = None
    """What earlier searches of programs like this one came to; where it is given, the outcome has it with more."""


@dataclass(frozen=True)
class GoalResult:
    """What is known of one goal. ``bound`` is valid whatever happened: no award has fewer units."""

    value: int
    bound: float
    proven: bool


@dataclass(frozen=True)
class Outcome:
    """How a solve ended.

    ``accepted`` holds the accepted columns of the best award, None where there is none; ``infeasible`` is a proof.
    """

    accepted: tuple[int, ...] | None
    goals: tuple[GoalResult, ...]
    infeasible: bool
    limit: Limit | None
    ties: Ties
    bound: float = -np.inf
    """Bound of the first goal in units, known even where there is no award."""
    method: str = ""
    """How the bound was proven, where that is more than its solver's own way."""
    memory: Memory | None = None
    """The plan's, and what this search adds to it."""

    @property
    def status(self) -> "Status":
        """What may be said of it in a word; a limit is never called optimal."""
        if self.infeasible:
            return "infeasible"
        if self.accepted is None:
            return "unknown"
        return "optimal" if self.limit is None else "feasible"


@dataclass(frozen=True)
class Progress:
    """A sign of life from a solve: where it stands on one goal, in that goal's units."""

    goal: str
    seconds: float
    incumbent: int | None
    bound: float | None


@dataclass(frozen=True)
class Found:
    """An award that the solver found on its way."""

    goal: int
    """Position of the goal then pursued."""
    accepted: tuple[int, ...]
    value: int


@dataclass(frozen=True)
class Settled:
    """Another goal was proven; these are all so far, and the award that attains them."""

    goals: tuple[GoalResult, ...]
    accepted: tuple[int, ...]
