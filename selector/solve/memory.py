"""What earlier searches found and proved, for later ones of programs that are the same in part, or allow no more."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from selector.program import Program
from selector.solve.digest import digest
from selector.solve.inherited import fallen
from selector.solve.whole import Whole, labelled

if TYPE_CHECKING:
    from selector.solve.outcome import Goal  # a plan has a memory

Floats = NDArray[np.float64]

# Of parts with the same rows: as many as differ in their prices.
_MOST_ALIKE = 100
# Figures of all parts together (some 30 MB), and programs that are kept as wholes.
_MOST_FIGURES, _MOST_WHOLES = 4_000_000, 8


@dataclass(frozen=True)
class Remembered:
    """The best of a part for a goal, and what is proven of it, in solver units."""

    goal: Floats
    bound: float
    columns: Floats

    def better(self, other: "Remembered") -> "Remembered":
        """What the two know together, of the same part and goal."""
        best = min(self, other, key=lambda each: float(self.goal @ each.columns))
        return Remembered(self.goal, max(self.bound, other.bound), best.columns)


@dataclass
class Memory:
    """What earlier searches came to: of parts that nothing couples, and of whole programs.

    A part whose rows are the same is not searched again; one whose prices alone have changed begins with its old award,
    and with its old bound less what prices have fallen by. A whole program takes over what is proven of one that allows
    all that it does, and begins with an award that was found, or with what is left of it. A search reads it and adds to
    it; it may be shared by searches of several threads.
    """

    parts: dict[bytes, list[Remembered]] = field(default_factory=dict)
    """By rows and columns: services may be alike in these, and differ in their prices."""
    wholes: list[Whole] = field(default_factory=list)
    """The last searches; the newest comes last."""
    _lock: Any = field(default_factory=threading.RLock, repr=False, compare=False)

    def __getstate__(self) -> dict[str, Any]:
        with self._lock:
            return {"parts": {key: list(alike) for key, alike in self.parts.items()}, "wholes": list(self.wholes)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, _lock=threading.RLock())

    def of_parts(self) -> "Memory":
        """A copy without whole programs: all that a search itself looks at."""
        with self._lock:
            return Memory({key: list(alike) for key, alike in self.parts.items()})

    def add(self, other: "Memory") -> None:
        """Remember what another memory knows."""
        with self._lock:
            for key, alike in other.parts.items():
                for each in alike:
                    self._keep(key, each)
            self._forget()
            for whole in other.wholes:
                self._keep_whole(whole)

    def recall(self, program: Program, goal: Floats) -> tuple[float, Floats] | None:
        """A bound of a part for a goal, and a solution of it; None where nothing is known of such a part."""
        with self._lock:
            alike = tuple(self.parts.get(digest(program), ()))
        if not alike:
            return None
        same = [each for each in alike if np.array_equal(each.goal, goal)]
        if same:
            return same[0].bound, same[0].columns
        # Whichever tells most, so that it does not matter what was asked first.
        bound = max(fallen(program, each.bound, each.goal, goal) for each in alike)
        return bound, min((each.columns for each in alike), key=lambda columns: (float(goal @ columns), tuple(columns)))

    def keep(self, program: Program, goal: Floats, bound: float, columns: Floats) -> None:
        """Remember a part."""
        with self._lock:
            self._keep(digest(program), Remembered(goal, bound, columns))
            self._forget()

    def least(self, program: Program, goal: "Goal") -> float:
        """Units that a goal of a whole program with its names has in every award; minus infinity where none is proven."""
        with self._lock:
            wholes = tuple(self.wholes)
        if not wholes:
            return -np.inf
        own = labelled(program)
        return max(whole.bound_of(own, program, goal) for whole in wholes)

    def awards(self) -> list[tuple[str, ...]]:
        """Ids of the bids of awards that were found, the newest first."""
        with self._lock:
            return [whole.award for whole in reversed(self.wholes) if whole.award]

    def keep_whole(self, program: Program, goal: "Goal", bound: float, award: Sequence[str]) -> None:
        """Remember a whole program with its names: a bound of its first goal, in units, and its award."""
        if not np.isfinite(bound) and not award:
            return
        whole = Whole.of(program, goal, bound, award)
        with self._lock:
            self._keep_whole(whole)

    def _keep_whole(self, whole: Whole) -> None:
        self.wholes[:] = [each for each in self.wholes if not each.repeats(whole)][1 - _MOST_WHOLES :]
        self.wholes.append(whole)

    def _keep(self, key: bytes, new: Remembered) -> None:
        alike = self.parts.pop(key, [])  # what is used again is forgotten last
        for known in alike:
            if np.array_equal(known.goal, new.goal):
                new = new.better(known)
        others = [each for each in alike if not np.array_equal(each.goal, new.goal)]
        self.parts[key] = [*others[1 - _MOST_ALIKE :], new]

    def _forget(self) -> None:
        """Let go of the oldest parts where all take too much room."""
        size = {key: sum(2 * len(each.goal) for each in alike) for key, alike in self.parts.items()}
        left = sum(size.values())
        for key in list(self.parts):
            if left <= _MOST_FIGURES:
                return
            left -= size[key]
            del self.parts[key]
