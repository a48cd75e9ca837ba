"""One row of a rule of the board: which pairs count, for how much, and what that is held against."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:  # what a solver's process loads need not load the models
    from models import RuleSense

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Measured:
    """The numerator N over pairs of a bid and a lot, held against limit x M.

    N is the sum of ``count`` over the pairs that won, or of ``worth`` over the different members that these stand for.
    M is ``fixed``, or where that is None the sum of ``base`` over the ``base_pair`` that won.
    """

    key: tuple[str, ...]
    """The rule's id, then the bidder and what the row is about besides."""
    sense: "RuleSense"
    limit: Fraction
    """In units of N for one of M."""
    pair: Ints
    """The pairs that count where they win."""
    count: Ints
    base_pair: Ints
    base: Ints
    fixed: int | None
    unit: int
    """Units of N in one of the violation."""
    each: bool
    """Whether it binds only where one of the pairs wins."""
    of: str | None = None
    """What members are, ``buyer`` or ``bidder``; None where N is the sum of ``count``."""
    member: Ints | None = None
    """Of each pair: the member that it stands for."""
    worth: Ints | None = None
    """Of each pair: what that member counts for, once."""
    penalty: Fraction | None = None
    """Pence for one of the violation."""
    priority: int | None = None
    relative: Fraction = Fraction(1)
    """What the violation is divided by for its priority: the limit in its own unit, or 1."""

    @property
    def soft(self) -> bool:
        """Whether an award may break it."""
        return self.penalty is not None or self.priority is not None

    @property
    def needs_win(self) -> bool:
        """Whether it has to be known if a pair wins: of those that win something, more than nothing is asked."""
        return (
            self.each
            and self.sense != "at_most"
            and (self.fixed is not None or not np.array_equal(self.pair, self.base_pair))
        )

    def excess(self, won: Bools, base_won: Bools) -> Fraction:
        """N - limit x M, by which of ``pair`` and of ``base_pair`` win; 0 where the row binds nobody."""
        if self.each and not won.any():
            return Fraction(0)
        if self.member is None or self.worth is None:
            numerator = int(self.count[won].sum())
        else:
            _, first = np.unique(self.member[won], return_index=True)
            numerator = int(self.worth[won][first].sum())
        denominator = int(self.base[base_won].sum()) if self.fixed is None else self.fixed
        return numerator - self.limit * denominator

    def violation(self, excess: Fraction) -> Fraction:
        """How far beyond the limit an excess is, in the unit of the limit."""
        beyond = {"at_least": -excess, "at_most": excess, "exactly": abs(excess)}[self.sense]
        return max(beyond, Fraction(0)) / self.unit


def most_of_lots(values: Ints, lot: Ints) -> int:
    """The most that values of pairs come to in an award: of each lot the greatest. ``lot`` is that of each pair."""
    most = np.zeros(int(lot.max(initial=-1)) + 1, dtype=np.int64)
    np.maximum.at(most, lot, values)
    return int(most.sum())
