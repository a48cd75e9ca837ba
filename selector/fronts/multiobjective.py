"""A mixed-integer program with several objectives, each a whole number of units in every solution."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_EXACT = 2.0**53
_ROUNDED = 2
"""Units that exact values may be above what a solver has: a fraction beside the columns, and rounding."""
_MOST_UNITS = 2.0**62
_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Multiobjective:
    """Rows ``row_lower <= matrix @ x <= row_upper`` over ``lower <= x <= upper``, x whole where ``integral``.

    Minimised is each row of ``objectives @ x + constants``, in units. What is told of it are ``values``: units / steps,
    rounded to the nearest whole number. To maximise, negate.

    Raises
    ------
    ValueError
        if shapes differ, if a column of an objective need not be whole, or if units are too many to be counted.
    """

    matrix: csr_array
    row_lower: Floats
    row_upper: Floats
    lower: Floats
    upper: Floats
    integral: NDArray[np.bool_]
    objectives: Ints
    """Objectives x columns."""
    constants: tuple[int, ...] = ()
    """Units that every solution has of each objective, beside those of its columns; none if left out."""
    steps: tuple[int, ...] = ()
    """Units in one of what is told of each objective; 1 if left out."""
    extra: Floats | None = None
    """Objectives x columns: units of columns that need not be whole, as a solver sees them. Whoever states some judges
    solutions exactly."""
    deciding: int | None = None
    """So many columns, the first, tell one solution from another; all that are whole if left out."""
    exchange: tuple[Ints, Ints] = field(default_factory=lambda: (np.zeros(0, dtype=np.int64),) * 2)
    """Columns, and the set that each is of: of each set one is taken, and one may stand for another."""
    settled_rows: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Rows that whoever judges solutions settles."""

    def __post_init__(self) -> None:
        """Refuse what cannot be counted."""
        rows, columns = self.matrix.shape
        if self.objectives.ndim != 2 or self.objectives.shape[1] != columns or not len(self.objectives):
            raise ValueError("objectives are an array of at least one objective over the columns of the matrix")
        if any(len(each) != columns for each in (self.lower, self.upper, self.integral)):
            raise ValueError("limits of columns, and whether they are whole, are one for each column")
        if any(len(each) != rows for each in (self.row_lower, self.row_upper)):
            raise ValueError("limits of rows are one for each row")
        if self.objectives.dtype != np.int64 or (self.objectives != 0)[:, ~self.integral].any():
            raise ValueError("an objective is a sum of whole numbers over columns that are whole")
        largest = np.maximum(np.abs(self.lower), np.abs(self.upper))
        finite = np.where(np.isfinite(largest), largest, 0.0)
        if (np.abs(self.objectives.astype(np.float64)) @ finite > _MOST_UNITS).any():
            raise ValueError("an objective has more units than can be counted")

    def __len__(self) -> int:
        """How many objectives."""
        return len(self.objectives)

    @cached_property
    def fixed_rows(self) -> Ints:
        """Positions of all other rows."""
        return np.setdiff1d(np.arange(self.matrix.shape[0]), self.settled_rows)

    @cached_property
    def figures(self) -> Floats:
        """Objectives x columns as a solver sees them."""
        whole = self.objectives.astype(np.float64)
        return whole if self.extra is None else whole + self.extra

    @cached_property
    def step(self) -> tuple[int, ...]:
        """Units in one of what is told, of each objective."""
        return self.steps or (1,) * len(self)

    @cached_property
    def constant(self) -> tuple[int, ...]:
        """Units beside those of the columns, of each objective."""
        return self.constants or (0,) * len(self)

    def most(self, objective: int, value: int) -> int:
        """Units, constants aside, that are told as ``value`` at the most."""
        step = self.step[objective]
        return (2 * step * value + step - 1) // 2 - self.constant[objective]

    def told(self, objective: int, units: int) -> int:
        """The value of so many units, constants aside: the nearest whole number."""
        step = self.step[objective]
        return (2 * (units + self.constant[objective]) + step) // (2 * step)

    def highest(self, objective: int, units: int) -> int:
        """The value of so many units that solutions have at the most, constants aside.

        Where columns that need not be whole count, whoever judges rounds exactly, and what is beside them too.
        """
        exactly = self.extra is None or not self.extra[objective].any()
        return self.told(objective, units if exactly else units + _ROUNDED)

    def values(self, columns: Ints) -> tuple[int, ...] | None:
        """The values of a solution, exactly; None where it breaks a row or a limit.

        Exact where rows have whole coefficients over whole columns; elsewhere within 0.000001 of the largest coefficient.
        """
        if (columns < self.lower).any() or (columns > self.upper).any() or not self._keeps_rows(columns):
            return None
        units = self.objectives @ columns
        return tuple(self.told(objective, int(each)) for objective, each in enumerate(units))

    @cached_property
    def whole_rows(self) -> bool:
        """Whether rows can be checked in whole numbers."""
        data = self.matrix.data
        return bool(self.integral.all() and (data == np.rint(data)).all() and (np.abs(data) < _EXACT).all())

    def _keeps_rows(self, columns: Ints) -> bool:
        if self.whole_rows:
            activity = csr_array(
                (self.matrix.data.astype(np.int64), self.matrix.indices, self.matrix.indptr), shape=self.matrix.shape
            ) @ columns.astype(np.int64)
            return bool((activity >= np.ceil(self.row_lower)).all() and (activity <= np.floor(self.row_upper)).all())
        if not self.integral.all():
            return True  # what need not be whole is not kept: a solver has set it within its tolerance
        activity = self.matrix @ columns
        least = _TOLERANCE * max(float(np.abs(self.matrix.data).max(initial=0.0)), 1.0)
        return bool((activity >= self.row_lower - least).all() and (activity <= self.row_upper + least).all())
