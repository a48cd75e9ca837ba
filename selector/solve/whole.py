"""A whole program that was searched: what is proven of its first goal, and the award that was found."""

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from selector.program import Family, Program
from selector.solve.digest import digest
from selector.solve.figures import constant, figures
from selector.solve.inherited import Labelled, inherited

if TYPE_CHECKING:
    from selector.solve.outcome import Goal  # it has a memory, which has these

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# By how much two goals may differ that are settled besides their figures: each is rounded once.
_ROUNDED = 1.0


@dataclass(frozen=True)
class Whole:
    """A program by the names of its columns and rows, and what a search of it came to, in units of its goal."""

    labelled: Labelled
    goal: Floats
    bound: float
    """What the figures of the goal come to at the least, but for rounding where it is settled besides."""
    settled: bool
    award: tuple[str, ...]
    """Ids of the bids of the best award; none where none was found."""

    @classmethod
    def of(cls, program: Program, goal: "Goal", bound: float, award: Sequence[str]) -> "Whole":
        """What is worth keeping of a program with its names."""
        proven = bound - constant(program, goal)
        return cls(labelled(program), figures(program, goal), proven, goal.settled, tuple(award))

    def bound_of(self, program: Labelled, named: Program, goal: "Goal") -> float:
        """Units that a goal of another program has at the least in every award; minus infinity where nothing follows."""
        if not math.isfinite(self.bound):
            return -math.inf
        own, besides = figures(named, goal), constant(named, goal)
        if self._is_of(program, own):
            return self.bound + besides
        known = inherited(self.labelled, self.goal, self.bound, program, own)
        return known + besides - (_ROUNDED if self.settled or goal.settled else 0.0)

    def repeats(self, later: "Whole") -> bool:
        """Whether a later search tells all that this one does."""
        return (
            self.bound <= later.bound
            and bool(later.award) >= bool(self.award)
            and self._is_of(later.labelled, later.goal)
        )

    def _is_of(self, program: Labelled, goal: Floats) -> bool:
        return (
            np.array_equal(self.goal, goal)
            and np.array_equal(self.labelled.columns, program.columns)
            and np.array_equal(self.labelled.rows, program.rows)
            and digest(self.labelled.program) == digest(program.program)
        )


def labelled(program: Program) -> Labelled:
    """A program by its names, without what is not rows and columns."""
    columns = np.fromiter(_labels(program.columns), dtype=np.int64)
    rows = np.fromiter(_labels(program.rows), dtype=np.int64)
    _say_more(program, columns, rows)
    return Labelled(replace(program.bare(), tiers=(), moves=None, soft=None), columns, rows)


def _labels(families: Sequence[Family]) -> Iterator[int]:
    for family in families:
        for number in range(len(family)):
            yield _label(family.name, *family.key(number))


def _label(*words: str) -> int:
    return int.from_bytes(hashlib.blake2b("\0".join(words).encode(), digest_size=8).digest(), signed=True)


def _say_more(program: Program, columns: Ints, rows: Ints) -> None:
    """Tell rows that are named by their place by what they are about: places shift where a bid is gone."""
    matrix = program.matrix
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    family = np.zeros(len(rows), dtype=np.int64)
    raised = np.zeros(len(rows), dtype=np.bool_)
    for each in program.rows:
        if len(each) and each.key(0)[-1:] == ("0",):
            family[each.start : each.stop] = _label(each.name, *each.key(0)[:-1])
            raised[each.start : each.stop] = not each.name.endswith("_only_if")
    numbered = family != 0
    # An indicator is one column, and of the parts that raise it bids count by their lot: others may bid for it too.
    positive, bid = matrix.data > 0, matrix.indices < program.accepts
    told = numbered[row] & ~bid & (positive | raised[row])
    by_lot = np.flatnonzero(numbered[row] & bid & positive & raised[row] & (_lot_of(program)[matrix.indices] >= 0))
    lots = np.unique(np.stack([row[by_lot], _lot_of(program)[matrix.indices[by_lot]]]), axis=1)
    cover = next((each for each in program.rows if each.name == "cover"), None)
    rows[numbered] = family[numbered]
    np.add.at(rows, row[told], columns[matrix.indices[told]] * np.where(positive[told], 3, 5))
    if cover is not None:
        named = np.fromiter((_label("lot", *cover.key(number)) for number in range(len(cover))), dtype=np.int64)
        np.add.at(rows, lots[0], named[lots[1]])


def _lot_of(program: Program) -> Ints:
    """The lot of each column that is a bid for one; -1 of the others."""
    lot = np.full(program.matrix.shape[1], -1)
    lot[program.pair_accept] = program.pair_lot
    lot[: program.accepts][np.bincount(program.pair_accept, minlength=program.accepts) != 1] = -1
    return lot
