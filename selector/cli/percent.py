"""Per cent, as they are typed."""

from decimal import Decimal


def percent(value: float) -> Decimal:
    """So many per cent as a fraction."""
    return Decimal(repr(value)).scaleb(-2)
