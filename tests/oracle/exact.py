"""Exact numbers: every figure of the oracle is an integer or a fraction, never a float."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

PENNY = Fraction(1, 100)
THOUSANDTH = Fraction(1, 1000)
MILLIONTH = Fraction(1, 1_000_000)


def exact(value: int | str | float | Decimal) -> Fraction:
    """The number that a JSON value stands for; a float stands for the digits it is written with."""
    return Fraction(str(value))


def maybe(value: int | str | float | Decimal | None) -> Fraction | None:
    """As ``exact``; None where nothing is stated."""
    return None if value is None else exact(value)


def half_up(value: Fraction, step: Fraction) -> Fraction:
    """The multiple of ``step`` nearest to ``value``; of two equally near, the one away from zero."""
    return _steps(value / step) * step


def pence(pounds: Fraction) -> int:
    """Pounds in whole pence."""
    return _steps(pounds * 100)


def _steps(value: Fraction) -> int:
    # In whole numbers, for this is most of what the oracle does: floor(value + 1/2) of what is not negative.
    steps = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return steps if value >= 0 else -steps


def exact_values(row: Mapping[str, Any]) -> dict[str, Fraction]:
    """The numbers of an object."""
    return {key: exact(value) for key, value in row.items()}


def pence_values(row: Mapping[str, Any]) -> dict[str, int]:
    """The pounds of an object, in pence."""
    return {key: pence(exact(value)) for key, value in row.items()}


def maybe_pence(value: Any) -> int | None:
    """Pounds as a document states them in whole pence; None where nothing is stated."""
    return None if value is None else pence(exact(value))
