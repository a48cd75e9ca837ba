"""What redeployment saves in an award: settled by the accepted bids, exactly."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from selector.appraise import MILLIONTHS, Redeployment, most_saving, saving

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Moves:
    """The move columns of a program. A solver moves staff within its tolerance; this tells what they save exactly."""

    redeployment: Redeployment
    column: Ints
    move: Ints
    """Group and vacancy of each column, n x 2."""
    left: Ints
    """Column of each group that may move: who of it is left."""
    movable: Ints
    """Those groups."""
    group: Ints
    """Of each entry of ``accept`` and ``displaced``: the group."""
    accept: Ints
    displaced: Ints
    """Millionths of a WTE that the bid displaces of the group."""
    bidder: Ints
    """Bidder of each accept column."""

    def figures(self, coefficients: Ints, weight: Fraction) -> Floats:
        """Pence of a goal, less so much of what moves save, over all columns.

        Laid as what is left: who is displaced and moves costs nothing, rather than much that is taken off again.
        """
        found = coefficients.astype(np.float64)
        saving = np.array([float(weight * saved) for saved in self.redeployment.saving])
        movable = np.isin(self.group, self.movable)
        np.subtract.at(found, self.accept[movable], saving[self.group[movable]] * self.displaced[movable])
        found[self.left] = saving[self.movable] * MILLIONTHS
        return found

    def saved(self, columns: Ints) -> Fraction:
        """Pence that the best moves save where these columns' bids are accepted."""
        return saving(self.redeployment, self._best(columns))

    def filled(self, columns: Ints) -> Floats:
        """Columns with the best moves in place, and who is left."""
        found = columns.astype(np.float64)
        best = self._best(columns)
        found[self.column] = [best.get((group, vacancy), 0) / MILLIONTHS for group, vacancy in self.move.tolist()]
        left = self._displaced(columns)
        for (group, _), moved in best.items():
            left[group] -= moved
        found[self.left] = left[self.movable] / MILLIONTHS
        return found

    def _displaced(self, columns: Ints) -> Ints:
        """Millionths of a WTE of each group."""
        accepted = columns[self.accept] > 0
        displaced = np.zeros(len(self.redeployment.groups), dtype=np.int64)
        np.add.at(displaced, self.group[accepted], self.displaced[accepted])
        return displaced

    def _best(self, columns: Ints) -> dict[tuple[int, int], int]:
        active = np.unique(self.bidder[columns[: len(self.bidder)] > 0])
        return dict(most_saving(self.redeployment, self._displaced(columns).tolist(), active))
