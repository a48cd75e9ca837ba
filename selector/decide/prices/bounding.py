"""Bounds of all awards that break a statement, from prices of the rows.

Whatever the prices of the rows are, if only their signs are right, they bound every award that keeps these rows (Neumaier
and Shcherbina 2004, "Safe bounds in linear and mixed-integer linear programming"). So no tolerance of a solver matters.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from selector.decide.prices.breach import Breach
from selector.program import Program
from selector.solve.highs import Row

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_ROUNDING = 1e-9
"""Of what is added up, as a share."""


@dataclass(frozen=True)
class Bounding:
    """A program whose rows can be freed, what its columns cost, and rows that follow from some of it."""

    program: Program
    """With a limit for every column that can have one."""
    cost: Floats
    """What awards cost beside ``least``, in what a solver sees."""
    least: float
    implied: tuple[Row, ...]
    parents: tuple[frozenset[int], ...]
    """Of each implied row: the members whose lifting may take it away."""
    enough: float
    """Bounds beyond this tell no more."""

    @cached_property
    def matrix(self) -> csr_array:
        """All rows, the implied ones last."""
        if not self.implied:
            return self.program.matrix
        starts = np.cumsum([0, *(len(row.columns) for row in self.implied)])
        values = np.concatenate([row.values for row in self.implied])
        columns = np.concatenate([row.columns for row in self.implied])
        added = csr_array((values, columns, starts), shape=(len(self.implied), len(self.cost)))
        return csr_array(vstack([self.program.matrix, added]))

    @cached_property
    def transposed(self) -> csr_array:
        """The matrix by columns."""
        return csr_array(self.matrix.T)

    @cached_property
    def lower(self) -> Floats:
        """Lower limits of all rows."""
        return np.append(self.program.row_lower, np.full(len(self.implied), -np.inf))

    @cached_property
    def upper(self) -> Floats:
        """Upper limits of all rows."""
        return np.append(self.program.row_upper, [row.upper for row in self.implied])

    def freed(self, member: int, rows: Ints) -> Ints:
        """Rows that hold no more once a member is lifted: those that it is a reason for, and what followed from them."""
        first = self.program.matrix.shape[0]
        gone = [first + at for at, parents in enumerate(self.parents) if member in parents]
        return np.concatenate([rows, np.array(gone, dtype=np.int64)])

    def limits(self, freed: Ints, breach: Breach) -> tuple[Floats, Floats]:
        """Limits of all rows where some are freed, and one is broken."""
        lower, upper = self.lower.copy(), self.upper.copy()
        lower[freed], upper[freed] = -np.inf, np.inf
        if breach.row >= 0:
            lower[breach.row], upper[breach.row] = breach.least, breach.most
        return lower, upper

    def proven(
        self, prices: Floats, limits: tuple[Floats, Floats], breach: Breach, any_of: float = 0.0, *, costs: bool = True
    ) -> float:
        """The bound that prices of all rows prove, less what rounding may have added to it.

        Parameters
        ----------
        any_of
            The price of the row that asks for one of the breach's columns, where these are several.
        costs
            Whether awards cost anything; where they do not and yet the bound is above 0, there are none.
        """
        lower, upper = limits
        own = np.where((prices > 0) & np.isfinite(lower) | (prices < 0) & np.isfinite(upper), prices, 0.0)
        reduced = (self.cost if costs else 0.0) - self.transposed @ own
        beside = 0.0
        if breach.any_of is not None:
            # Of a single column what it costs by then: it is 1.
            beside = max(any_of if len(breach.any_of) > 1 else float(reduced[breach.any_of[0]]), 0.0)
            reduced[breach.any_of] -= beside
        limit = np.where(own > 0, lower, np.where(own < 0, upper, 0.0))
        below = reduced < 0
        if np.isinf(self.program.upper[below]).any():
            return -math.inf
        parts = np.concatenate([own * limit, reduced[below] * self.program.upper[below], [beside]])
        rounding = _ROUNDING * float(np.abs(parts).sum())
        return float(parts.sum()) - rounding + (self.least if costs else 0.0)

    def at(self, prices: Floats, freed: Ints) -> float:
        """A bound of all awards that keep the rows not freed, at prices of the rows of the case as it stands."""
        return self.proven(prices, self.limits(freed, Breach()), Breach())
