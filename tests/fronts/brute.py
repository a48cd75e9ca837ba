"""The front of a small program by looking at every solution, without anything of the engine."""

from itertools import product
from typing import NamedTuple

Values = tuple[int, ...]


class Small(NamedTuple):
    """Rows ``lower <= row @ x <= upper`` (None: no limit), columns from 0 to ``most``, objectives to be minimised."""

    rows: list[list[int]]
    lower: list[int | None]
    upper: list[int | None]
    most: list[int]
    objectives: list[list[int]]


def solutions(small: Small) -> list[tuple[int, ...]]:
    """Every solution."""
    return [x for x in product(*(range(most + 1) for most in small.most)) if _holds(small, x)]


def value(small: Small, x: tuple[int, ...]) -> Values:
    """Its value in each objective."""
    return tuple(_sum(row, x) for row in small.objectives)


def front(small: Small) -> set[Values]:
    """The values that no other dominates."""
    found = {value(small, x) for x in solutions(small)}
    return {each for each in found if not any(dominates(other, each) for other in found)}


def dominates(one: Values, other: Values) -> bool:
    """Whether one is nowhere above another, and not the same."""
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))


def _holds(small: Small, x: tuple[int, ...]) -> bool:
    for row, lower, upper in zip(small.rows, small.lower, small.upper, strict=True):
        activity = _sum(row, x)
        if (lower is not None and activity < lower) or (upper is not None and activity > upper):
            return False
    return True


def _sum(row: list[int], x: tuple[int, ...]) -> int:
    return sum(a * b for a, b in zip(row, x, strict=True))
