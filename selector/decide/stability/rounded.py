"""Figures of samples as answers tell them."""

from decimal import ROUND_HALF_UP, Decimal

_STEP = Decimal("0.000001")


def millionths(value: float) -> Decimal:
    """A figure to six decimals, a half upwards; nothing is never below zero."""
    return Decimal(repr(value)).quantize(_STEP, ROUND_HALF_UP) + 0
