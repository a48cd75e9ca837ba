"""A share as it is typed: ``1%`` or ``0.01``."""

from decimal import Decimal, InvalidOperation

import typer


def part(text: str) -> float:
    """A share from 0 to 1.

    Raises
    ------
    BadParameter
        if it is none.
    """
    stripped = text.strip()
    try:
        found = Decimal(stripped.removesuffix("%")).scaleb(-2 if stripped.endswith("%") else 0)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or not 0 <= found <= 1:
        raise typer.BadParameter(f"{text!r} is no share from 0 to 1, such as 1% or 0.01")
    return float(found)
