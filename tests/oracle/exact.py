"""Exact numbers: every figure of the oracle is an integer or a fraction, never a float."""

import math
from decimal import Decimal
from fractions import Fraction

PENNY = Fraction(1, 100)
THOUSANDTH = Fraction(1, 1000)


def exact(value: int | str | float | Decimal) -> Fraction:
    """The number that a JSON value stands for; a float stands for the digits it is written with."""
    return Fraction(str(value))


def maybe(value: int | str | float | Decimal | None) -> Fraction | None:
    """As ``exact``; None where nothing is stated."""
    return None if value is None else exact(value)


def half_up(value: Fraction, step: Fraction) -> Fraction:
    """The multiple of ``step`` nearest to ``value``; of two equally near, the one away from zero."""
    steps = math.floor(abs(value) / step + Fraction(1, 2))
    return steps * step if value >= 0 else -steps * step


def pence(pounds: Fraction) -> int:
    """Pounds in whole pence."""
    return int(half_up(pounds, PENNY) / PENNY)
