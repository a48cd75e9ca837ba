"""What redeployment saves in an award: settled by the accepted bids, exactly."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from selector.appraise import Redeployment, most_saving, saving

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Moves:
    """The move columns of a program. A solver moves staff within its tolerance; this tells what they save exactly."""

    redeployment: Redeployment
    column: Ints
    move: Ints
    """Group and vacancy of each column, n x 2."""
    group: Ints
    """Of each entry of ``accept`` and ``displaced``: the group."""
    accept: Ints
    displaced: Ints
    """Millionths of a WTE that the bid displaces of the group."""
    bidder: Ints
    """Bidder of each accept column."""

    @property
    def per_wte(self) -> Floats:
        """Pence that a WTE saves in each column."""
        each = np.array([float(saved * 10**6) for saved in self.redeployment.saving])
        return each[self.move[:, 0]]

    def saved(self, columns: Ints) -> Fraction:
        """Pence that the best moves save where these columns' bids are accepted."""
        return saving(self.redeployment, self._best(columns))

    def filled(self, columns: Ints) -> Floats:
        """Columns with the best moves in place."""
        found = columns.astype(np.float64)
        best = self._best(columns)
        found[self.column] = [best.get((group, vacancy), 0) / 1e6 for group, vacancy in self.move.tolist()]
        return found

    def _best(self, columns: Ints) -> dict[tuple[int, int], int]:
        accepted = columns[self.accept] > 0
        displaced = np.zeros(len(self.redeployment.groups), dtype=np.int64)
        np.add.at(displaced, self.group[accepted], self.displaced[accepted])
        active = np.unique(self.bidder[columns[: len(self.bidder)] > 0])
        return dict(most_saving(self.redeployment, displaced.tolist(), active))
