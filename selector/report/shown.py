"""Figures as a board reads them: rounded to what matters, with the exact figure at hand."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Literal

from selector.verify.words import number

Unit = Literal[
    "£", "£ a year", "points", "share", "WTE", "lots", "buyers", "people", "providers", "services", "bids",
    "bidders", "rules", "years", "seconds", "lots a draw", "hhi", "",
]  # fmt: skip

_ONE: Mapping[str, str] = {
    "points": "point",
    "lots": "lot",
    "buyers": "buyer",
    "people": "person",
    "providers": "provider",
    "services": "service",
    "bids": "bid",
    "bidders": "bidder",
    "rules": "rule",
    "years": "year",
    "seconds": "second",
}
_DECIMALS: Mapping[str, int] = {"points": 1, "WTE": 1, "seconds": 1, "lots a draw": 1, "hhi": 0}
_MILLION, _BILLION = Decimal(10) ** 6, Decimal(10) ** 9
_PENCE_BELOW = 1000
"""Pounds below which pence are shown in running text."""


def shown(
    value: Decimal, unit: Unit, *, bare: bool = False, signed: bool = False, whole: bool = False, up: bool = False
) -> str:
    """A figure rounded for reading; ``bare`` without its unit, as in a column whose heading has it.

    ``whole`` pounds are not told in millions. ``up`` rounds away from 0: so a bound stays one.
    """
    rounding = ROUND_UP if up else ROUND_HALF_UP
    sign = "-" if value < 0 else "+" if signed and value > 0 else ""
    size = abs(value)
    if unit in ("£", "£ a year"):
        if bare:
            text = _fixed(size, 0, rounding)
            return f"{'' if _is_nothing(text) else sign}{text}"
        return f"{sign}£{_fixed(size, 0, rounding) if whole else _pounds(size, rounding)}{' a year' if unit == '£ a year' else ''}"
    if unit == "share":
        # In a column figures stand below one another; in a sentence 5 % is not 5.0 %.
        decimals = 0 if not bare and size * 100 == int(size * 100) else _decimals_of_share(size)
        text = _fixed(size * 100, decimals, rounding)
        sign = "" if _is_nothing(text) else sign
        return f"{sign}{text}" if bare else f"{sign}{text} %"
    text = _fixed(size, _DECIMALS[unit], rounding) if unit in _DECIMALS else number(size)
    sign = "" if _is_nothing(text) else sign
    if bare or unit in ("", "hhi"):
        return f"{sign}{text}"
    return f"{sign}{text} {_ONE.get(unit, unit) if text == '1' else unit}"


def exact(value: Decimal, unit: Unit, *, signed: bool = False) -> str:
    """A figure to its last digit, with its unit."""
    sign = "-" if value < 0 else "+" if signed and value > 0 else ""
    size = abs(value)
    if unit in ("£", "£ a year"):
        digits = f"{size:,.2f}" if size == round(size, 2) else number(size)
        return f"{sign}£{digits}{' a year' if unit == '£ a year' else ''}"
    if unit == "share":
        return f"{sign}{number(size * 100)} %"
    text = number(size)
    return (
        f"{sign}{text} {_ONE.get(unit, unit) if text == '1' else unit}" if unit not in ("", "hhi") else f"{sign}{text}"
    )


def _pounds(size: Decimal, rounding: str) -> str:
    if size >= _BILLION - _MILLION / 20:  # what would read as 1,000.0 million
        return f"{_fixed(size / _BILLION, 2, rounding)} billion"
    if size >= _MILLION:
        return f"{_fixed(size / _MILLION, 1, rounding)} million"
    return _fixed(size, 2, rounding) if size < _PENCE_BELOW and size != int(size) else _fixed(size, 0, rounding)


def _decimals_of_share(size: Decimal) -> int:
    """One decimal of a per cent; more where it would round to nothing."""
    if not size or size * 100 >= Decimal("0.05"):
        return 1
    return min(-(size * 100).adjusted(), 6)


def _fixed(size: Decimal, decimals: int, rounding: str) -> str:
    return f"{size.quantize(Decimal(1).scaleb(-decimals), rounding):,f}"


def _is_nothing(text: str) -> bool:
    return not text.strip("0.,")
