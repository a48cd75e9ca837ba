"""Where shares of two or three things lie on a plane."""

import math
from collections.abc import Sequence
from itertools import pairwise

HEIGHT = math.sqrt(3) / 2
"""Of a triangle with sides of one."""
Place = tuple[float, float]


def place(shares: Sequence[float]) -> Place:
    """On a line from 0 to 1, or in a triangle with sides of one: the first to the left, the third above."""
    if len(shares) == 2:
        return shares[1], 0.0
    return shares[1] + shares[2] / 2, shares[2] * HEIGHT


def strip(ends: Sequence[Place], height: float) -> list[Place]:
    """A part of a line given a height."""
    (one, _), (other, _) = ends
    return [(one, 0.0), (other, 0.0), (other, height), (one, height)]


def middle(corners: Sequence[Place]) -> Place:
    """The centre of the area of a convex region, by its corners in order around it."""
    x0, y0 = corners[0]
    total, x, y = 0.0, 0.0, 0.0
    for (x1, y1), (x2, y2) in pairwise(corners[1:]):
        area = abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0))
        total, x, y = total + area, x + area * (x0 + x1 + x2) / 3, y + area * (y0 + y1 + y2) / 3
    if not total:
        return sum(each[0] for each in corners) / len(corners), sum(each[1] for each in corners) / len(corners)
    return x / total, y / total
