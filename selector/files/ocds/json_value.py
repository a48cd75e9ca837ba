"""Parts of a package as they go into another: numbers as JSON writes them, and nothing of the local extension."""

from decimal import Decimal
from typing import Any

from selector.files.ocds.extension_key import KEY

# Deeper than any object of OCDS that is copied.
_DEEPEST = 20


def copied(value: Any, depth: int = 0) -> Any:
    """A copy that holds plain JSON values only; null, the local extension and what is nested absurdly are left out."""
    if isinstance(value, dict):
        if depth >= _DEEPEST:
            return {}
        return {key: copied(each, depth + 1) for key, each in value.items() if each is not None and key != KEY}
    if isinstance(value, list):
        return [] if depth >= _DEEPEST else [copied(each, depth + 1) for each in value if each is not None]
    return number(value) if isinstance(value, Decimal) else value


def number(value: Decimal) -> int | float:
    """A figure as a JSON number: of pounds and pence the shortest that is exact."""
    return int(value) if value == value.to_integral_value() else float(value)
