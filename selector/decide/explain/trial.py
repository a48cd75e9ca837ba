"""Whether a bid with another figure would be in some best award, and in every one: by solving."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from models import Options
from models.objective import Objective
from selector.appraise import Appraisal
from selector.decide.explain.changed import forced
from selector.levels import levels
from selector.program import lay, objectives
from selector.solve import Goal, Outcome, Plan, solve_here
from selector.solve.choose import chosen

_LEAST = 0.01
NO_AWARD = 2**62
"""Stands for the value of an award where there is none."""


@dataclass(frozen=True)
class Bench:
    """Where trials are solved, and until when."""

    objective: Objective
    options: Options
    position: int
    """Of the bid that is tried."""
    until: float | None
    """On the monotonic clock."""
    stop: Callable[[], bool]

    @property
    def is_over(self) -> bool:
        """Whether no more is to be solved."""
        return self.stop() or (self.until is not None and time.monotonic() >= self.until)

    def least(self, appraisal: Appraisal) -> int | None:
        """Units of the first level in the best award of an appraisal; ``NO_AWARD`` where it has none, None where it is open."""
        outcome = self._solve(appraisal, None, 1)
        if outcome is None:
            return None
        return NO_AWARD if outcome.infeasible else outcome.goals[0].value

    def accepts(self, appraisal: Appraisal, *, wanted: bool, first: int | None = None) -> bool | None:
        """Whether the bid is in some best award, or if not ``wanted`` whether it is in all; None where it is open.

        Among the awards that hold every level, or the ``first`` so many, one with it is looked for, or one without: by a
        level of its own, the last.
        """
        column = int(np.count_nonzero(appraisal.bids.open[: self.position]))
        outcome = self._solve(appraisal, (column, -1 if wanted else 1), first)
        if outcome is None:
            return None
        return not outcome.infeasible and outcome.accepted is not None and column in outcome.accepted

    def _solve(self, appraisal: Appraisal, last: tuple[int, int] | None, first: int | None) -> Outcome | None:
        if self.is_over:
            return None
        parts = objectives(appraisal)
        goals = [level.goal for level in levels(self.objective, parts)][:first]
        if last is not None:
            column, sign = last
            coefficients = np.zeros_like(parts.cost)
            coefficients[column] = sign
            goals.append(Goal("bid", coefficients, 1))
        plan = Plan(
            goals=tuple(goals),
            time_limit=None if self.until is None else max(self.until - time.monotonic(), _LEAST),
            solver=chosen(self.options.solver),
            method=self.options.method or "auto",
        )
        outcome = solve_here(lay(appraisal), plan, stop=self.stop)
        return None if outcome.limit is not None else outcome


class Trial(ABC):
    """One figure of a bid, as whole steps: the fewer, the better for the bid."""

    @abstractmethod
    def wins(self, steps: int) -> bool | None:
        """Whether some best award contains it; None where it is open."""

    @abstractmethod
    def may_lose(self, steps: int) -> bool | None:
        """Whether some best award is without it; None where it is open."""

    def guess(self, _least: int, _most: int) -> int | None:
        """Steps at which it may begin to lose, between two figures; None where there is nothing to go by."""
        return None


@dataclass
class ByValue(Trial):
    """Of an objective of one level: the best award with the bid beside the best without."""

    bench: Bench
    at: Callable[[int], Appraisal]
    """The appraisal at so many steps."""
    own: Callable[[int], int]
    """Units that the bid itself adds, but for what is the same at any."""
    rival: int
    """Units of the best award without it."""
    first: tuple[int, int]
    """What it adds itself today, and units of the best award with it then."""
    tolerance: int = 0
    alone: bool = False
    """Whether the figure enters nothing else: then what is known of today tells all others."""
    _known: dict[int, int | None] = field(default_factory=dict)

    def wins(self, steps: int) -> bool | None:
        """As of a trial: the best award with it is as good as the best without."""
        with_it = self._value(steps)
        return None if with_it is None else with_it < NO_AWARD and with_it <= self.rival + self.tolerance

    def may_lose(self, steps: int) -> bool | None:
        """As of a trial: the best award without it is as good as the best with it."""
        with_it = self._value(steps)
        return None if with_it is None else self.rival < NO_AWARD and self.rival <= with_it + self.tolerance

    def _value(self, steps: int) -> int | None:
        """Units of the best award with it."""
        if self.alone:
            return self._guessed(steps)
        if steps not in self._known:
            found = self._known[steps] = self.bench.least(forced(self.at(steps), self.bench.position))
            if found is not None:
                self.first = self.own(steps), found
        return self._known[steps]

    def _guessed(self, steps: int) -> int:
        """Units of the best award with it, were that the same as when it was last looked for."""
        before, found = self.first
        return found if found == NO_AWARD else found + self.own(steps) - before

    def guess(self, least: int, most: int) -> int | None:
        """The first steps above ``least`` at which it would not win every time; ``most`` where all below would do."""
        if self.first[1] == NO_AWARD:
            return None
        while most - least > 1:
            middle = (least + most) // 2
            loses = self.rival <= self._guessed(middle) + self.tolerance
            least, most = (least, middle) if loses else (middle, most)
        return most


@dataclass
class ByLevels(Trial):
    """Of an objective of several levels: whether an award with it, or one without, is among those that hold all."""

    bench: Bench
    at: Callable[[int], Appraisal]
    _known: dict[tuple[int, bool], bool | None] = field(default_factory=dict)

    def wins(self, steps: int) -> bool | None:
        """As of a trial: one of the best awards has it."""
        return self._asked(steps, wanted=True)

    def may_lose(self, steps: int) -> bool | None:
        """As of a trial: not all of the best awards have it."""
        always = self._asked(steps, wanted=False)
        return None if always is None else not always

    def _asked(self, steps: int, *, wanted: bool) -> bool | None:
        if (steps, wanted) not in self._known:
            self._known[steps, wanted] = self.bench.accepts(self.at(steps), wanted=wanted)
        return self._known[steps, wanted]
