"""Parts of a simplex of weights, cut by lines: exact, in shares that add up to 1."""

from collections.abc import Callable, Sequence
from fractions import Fraction

Point = tuple[Fraction, ...]
"""The share of each weight."""
Cell = tuple[Point, ...]
"""The corners of a convex part of a simplex, in their order around it: of a line its two ends."""


def simplex(weights: int) -> Cell:
    """All shares of two or three weights: its corners are the weights alone."""
    return tuple(tuple(Fraction(int(at == corner)) for at in range(weights)) for corner in range(weights))


def cut(cell: Cell, beyond: Callable[[Point], Fraction]) -> Cell:
    """What is left of a cell where a linear function is not above 0 (Sutherland and Hodgman 1974)."""
    values = [beyond(point) for point in cell]
    if max(values, default=Fraction(0)) <= 0:
        return cell
    kept: list[Point] = []
    for at, point in enumerate(cell):
        one, other = values[at - 1], values[at]
        if (one > 0) != (other > 0) and other != 0 and one != 0:
            part = one / (one - other)
            kept.append(tuple((1 - part) * x + part * y for x, y in zip(cell[at - 1], point, strict=True)))
        if other <= 0:
            kept.append(point)
    return tuple(dict.fromkeys(kept))


def size(cell: Cell) -> Fraction:
    """The share of the whole simplex that a cell is: of two weights by length, of three by area."""
    if not cell:
        return Fraction(0)
    if len(cell[0]) == 2:
        first = [point[0] for point in cell]
        return max(first) - min(first)
    return abs(sum((_cross(cell[at - 1], point) for at, point in enumerate(cell)), Fraction(0)))


def middle(points: Sequence[Point]) -> Point:
    """The mean of some points."""
    return tuple(sum(each, Fraction(0)) / len(points) for each in zip(*points, strict=True))


def _cross(one: Point, other: Point) -> Fraction:
    # Twice the area in the plane of the first two shares, in which the whole simplex has an area of a half.
    return one[0] * other[1] - one[1] * other[0]
