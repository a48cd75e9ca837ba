"""One search for a point of a front: what is asked, and what comes back."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from selector.fronts.kept import Kept
from selector.fronts.multiobjective import Ints, Multiobjective

Ended = Literal["found", "empty", "limit", "failed"]
_PROGRAMS = 2
"""How many programs a process keeps in its solver."""


@dataclass(frozen=True)
class Asked:
    """The least of one objective among solutions that hold every objective at ``most``, in units, constants aside."""

    program: bytes
    """A pickled ``Multiobjective``: a process that has it already does not unpack it again."""
    objective: int
    most: tuple[int, ...]
    low: tuple[int, ...]
    """Units that solutions have at the least."""
    gap: float = 0.0
    """Units by which what comes back may be above the least."""
    cuts: tuple[tuple[int, ...], ...] = ()
    """Deciding columns of solutions that may not come out."""
    upper: tuple[int, ...] = ()
    """The region that it is about."""
    known: tuple[int, ...] | None = None
    """Units of a solution that holds ``most``."""


@dataclass(frozen=True)
class Found:
    """Where a search ended. ``bound``: no solution has fewer units of the objective."""

    ended: Ended
    columns: Ints | None = None
    bound: float = float("-inf")


@lru_cache(maxsize=_PROGRAMS)
def _kept(program: bytes) -> Kept:
    loaded: Multiobjective = pickle.loads(program)  # noqa: S301  (from our own parent)
    return Kept(loaded)


def search_piece(asked: Asked, seconds: float | None, stop: Callable[[], bool]) -> Found:
    """Search, in whatever process this is, with the solver that it keeps."""
    ended, columns, bound = _kept(asked.program).least(
        asked.objective,
        asked.most,
        asked.low,
        known=asked.known,
        gap=asked.gap,
        cuts=asked.cuts,
        seconds=seconds,
        stop=stop,
    )
    return Found(ended, columns, bound)
