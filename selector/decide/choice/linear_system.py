"""Linear equations in exact arithmetic, added one by one."""

from collections.abc import Mapping
from fractions import Fraction

Row = dict[int, Fraction]


class LinearSystem:
    """Equations by unknown, kept reduced: each has a pivot that no other has."""

    def __init__(self) -> None:
        self._rows: dict[int, tuple[Row, Fraction]] = {}

    @property
    def rank(self) -> int:
        """How many of the equations say something new."""
        return len(self._rows)

    def spans(self, row: Mapping[int, Fraction]) -> bool:
        """Whether the equations settle a sum of unknowns."""
        left, _ = self._reduced(row, Fraction(0))
        return not left

    def add(self, row: Mapping[int, Fraction], value: Fraction) -> None:
        """Add an equation; one that follows from the others adds nothing."""
        left, value = self._reduced(row, value)
        if not left:
            return
        # An unknown that comes late is solved for first: what is left are equations of the early ones alone.
        pivot = max(left)
        factor = left[pivot]
        left = {unknown: each / factor for unknown, each in left.items()}
        value /= factor
        for other, (known, of) in list(self._rows.items()):
            times = known.get(pivot)
            if times:
                self._rows[other] = _less(known, of, left, value, times)
        self._rows[pivot] = (left, value)

    def value(self, unknown: int) -> Fraction:
        """The value of an unknown that the equations settle.

        Raises
        ------
        ValueError
            if they do not.
        """
        left, value = self._reduced({unknown: Fraction(1)}, Fraction(0))
        if left:
            raise ValueError(f"unknown {unknown} is not settled")
        return -value

    def _reduced(self, row: Mapping[int, Fraction], value: Fraction) -> tuple[Row, Fraction]:
        left = dict(row)
        for pivot, (known, of) in self._rows.items():
            times = left.get(pivot)
            if times:
                left, value = _less(left, value, known, of, times)
        return left, value


def _less(row: Row, value: Fraction, other: Row, of: Fraction, times: Fraction) -> tuple[Row, Fraction]:
    """A row less another so many times, without what comes to 0."""
    left = dict(row)
    for unknown, each in other.items():
        left[unknown] = left.get(unknown, Fraction(0)) - times * each
        if not left[unknown]:
            del left[unknown]
    return left, value - times * of
