"""Figures as written in a file to whole numbers that a program can count with."""

from collections.abc import Iterable
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

HUNDREDTH = Decimal("0.01")
MOST = 2**53
"""Whole numbers are exact up to here in floating point, and so is any sum that stays below."""


def scale(figures: Iterable[Decimal], unit: Decimal) -> int:
    """The least power of ten that makes every figure a multiple of ``unit``; 1 where there are none."""
    finest = min((_exponent(figure / unit) for figure in figures), default=0)
    return int(10 ** max(-finest, 0))


def whole(figures: Iterable[Decimal], units: int) -> NDArray[np.int64]:
    """Figures times ``units``, which makes them whole."""
    return np.fromiter((int(figure * units) for figure in figures), dtype=np.int64)


def _exponent(figure: Decimal) -> int:
    exponent = figure.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0  # figures are finite
