"""Whether some rows of a relaxation can hold together: one solve, with a limit of its own."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from models import SolverFailed
from selector.decide.part import Part, Parts
from selector.decide.relaxation import Relaxation
from selector.program import Program
from selector.solve import Goal, Plan, solve_here
from selector.solve.highs import Highs, Watch

Bools = NDArray[np.bool_]
Verdict = Literal["feasible", "infeasible", "unknown"]
# A row that no column enters is kept or broken whatever is decided; scaled rows are told apart by more than this.
_NOTHING = 1e-9


@dataclass(frozen=True)
class Clock:
    """When to end, on the monotonic clock, and how long any one step may take."""

    deadline: float
    step: float
    stop: Callable[[], bool] = lambda: False
    """Asked as often as the clock is: whether to end at once."""

    @classmethod
    def starting(cls, seconds: float, step: float, stop: Callable[[], bool] = lambda: False) -> "Clock":
        """A clock that ends in so many seconds."""
        return cls(time.monotonic() + seconds, step, stop)

    def part(self, share: float, step: float) -> "Clock":
        """A clock that has a share of the time left, and a step of its own."""
        return Clock(time.monotonic() + self.left * share, min(step, self.step), self.stop)

    @property
    def left(self) -> float:
        """Seconds to the end, at least 0."""
        return max(self.deadline - time.monotonic(), 0.0)

    @property
    def next_step(self) -> float:
        """Seconds that the next step may take."""
        return min(self.step, self.left)

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self.left <= 0 or self.stop()


@dataclass(frozen=True)
class Judge:
    """Answers whether rows, or members, of a relaxation can hold together."""

    relaxation: Relaxation
    clock: Clock

    @cached_property
    def parts(self) -> Parts:
        """Cuts parts out of the relaxation's program."""
        return Parts(self.relaxation.program, self.relaxation.reasons == 0)

    def of_members(self, kept: tuple[int, ...]) -> Verdict:
        """Whether those members can be kept, all others lifted."""
        return self.of_rows(self.relaxation.rows_of(kept))

    def of_rows(self, rows: Bools) -> Verdict:
        """Whether those rows can hold together."""
        if not rows.any():
            return "feasible"
        if self.clock.over:  # before the part is cut, which takes its time too
            return "unknown"
        return self.of_part(self.parts.part(rows))

    def of_part(self, part: Part) -> Verdict:
        """Whether the rows of a part can hold together."""
        if self.clock.over:
            return "unknown"
        program = part.program
        if program.accepts == 0:  # rows that nothing enters, and that are left because they are broken
            broken = (program.row_lower > _NOTHING) | (program.row_upper < -_NOTHING)
            return "infeasible" if broken.any() else "feasible"
        anything = Goal("any", np.zeros(program.matrix.shape[1], dtype=np.int64), 1)
        try:
            outcome = solve_here(program, Plan((anything,), time_limit=self.clock.next_step), stop=self.clock.stop)
        except SolverFailed:
            return self._without_presolve(program)
        if outcome.infeasible:
            return "infeasible"
        return "unknown" if outcome.accepted is None else "feasible"

    def _without_presolve(self, program: Program) -> Verdict:
        """The same where the solver broke down: of its parts, that is the likeliest to blame."""
        search = Highs(program).minimise(
            np.zeros(program.matrix.shape[1]),
            Watch(lambda _: None, lambda _: None, lambda _: False, lambda: self.clock.over),
            absolute_gap=0.0,
            relative_gap=0.0,
            seconds=self.clock.next_step,
            presolve=False,
        )
        if search.ending == "infeasible":
            return "infeasible"
        return "feasible" if search.columns is not None and _holds(program, search.columns) else "unknown"


def _holds(program: Program, columns: NDArray[np.int64]) -> bool:
    activity = program.matrix @ columns
    kept = (activity >= program.row_lower - _NOTHING) & (activity <= program.row_upper + _NOTHING)
    return bool(kept.all())
