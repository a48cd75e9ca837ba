"""By how much an award breaks soft rules: settled by the accepted bids, exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from selector.appraise import Measured

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Soft:
    """The soft rows of a program and their slack columns. A solver sets these within its tolerance; this is exact."""

    rows: Sequence[Measured]
    accept: Sequence[Ints]
    """Of each row: the accept column of each pair that counts; -1 where its bid is barred."""
    base_accept: Sequence[Ints]
    under: Ints
    """Of each row: its slack column below the limit; -1 where it has none."""
    over: Ints
    size: Floats
    """Of each row: units of N in one of its slack."""
    missed: Floats
    """Of each row: units of N by which every award misses it, which its slack leaves out."""

    @property
    def column(self) -> Ints:
        """All slack columns."""
        both = np.concatenate([self.under, self.over])
        return both[both >= 0]

    def excesses(self, columns: Ints) -> tuple[Fraction, ...]:
        """N - limit x M of each row."""
        accepted = np.append(columns > 0, False)  # the last stands for bids that are barred
        return tuple(
            row.excess(accepted[accept], accepted[base])
            for row, accept, base in zip(self.rows, self.accept, self.base_accept, strict=True)
        )

    def violations(self, columns: Ints) -> tuple[Fraction, ...]:
        """How far each row is broken, in the unit of its limit."""
        return tuple(row.violation(each) for row, each in zip(self.rows, self.excesses(columns), strict=True))

    def figures(self, worth: Sequence[tuple[int, Fraction]], figures: Floats) -> None:
        """Enter what a violation of 1 of some rows counts for into figures over all columns."""
        for row, each in worth:
            for slack in (self.under[row], self.over[row]):
                if slack >= 0:
                    figures[slack] += float(each) * self.size[row] / self.rows[row].unit

    def constant(self, worth: Sequence[tuple[int, Fraction]]) -> float:
        """What these rows count for in any award, which figures leave out."""
        return float(sum(float(each) * self.missed[row] / self.rows[row].unit for row, each in worth))

    def fill(self, columns: Ints, filled: Floats) -> None:
        """Enter the slacks that columns need into ``filled``."""
        for row, excess in enumerate(self.excesses(columns)):
            for slack, missing in ((self.under[row], -excess), (self.over[row], excess)):
                if slack >= 0:
                    filled[slack] = max(float(missing) - self.missed[row], 0.0) / self.size[row]
