"""Numbers, as people write them."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from models.faults import shown
from selector.files.cells.kind import Cell, Kind, Misread
from selector.files.cells.text import as_text, unquoted

# A spreadsheet shows, and keeps apart, fifteen significant digits; what stands behind them is noise of its arithmetic.
_DIGITS = 15
_PLAIN = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_SPACED = re.compile(r"[+-]?[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:\.[0-9]*)?")
_SCIENTIFIC = re.compile(r"[+-]?[0-9](?:\.[0-9]{1,15})?[eE][+-]?[0-9]{1,2}")
_POUNDS = re.compile(r"([+-]?)\s*(?:£|GBP)\s*", re.IGNORECASE)
_LONGEST = 100


def fits(value: Decimal) -> bool:
    """Whether a spreadsheet's number is this number exactly, to its fifteen digits."""
    return Decimal(format(float(value), f".{_DIGITS}g")) == value


@dataclass(frozen=True)
class Number(Kind):
    """A number: a numeric cell, or digits as text with thousands commas, a £ or, for fractions, a % sign."""

    expected_range: str = ""
    fraction: bool = False
    money: bool = False
    whole: bool = False
    most: Decimal | None = None

    @property
    def expected(self) -> str:
        """What is to be written."""
        kind = "a whole number" if self.whole else "a percentage, such as 12.5%" if self.fraction else "a number"
        return f"{kind}{self.expected_range}"

    def read(self, cell: Cell) -> int | str:
        """A whole number as such, another as its digits."""
        if type(cell) is float:
            return self._checked(_of_float(cell))
        if type(cell) is int:
            return self._checked(cell)
        if isinstance(cell, date | time | timedelta):
            raise Misread(f"{cell} is a date or time: a number is expected; format the cell as a number")
        if isinstance(cell, bool):
            raise Misread(f"{shown(cell)} is not a number")
        text = unquoted(as_text(cell))
        return self._checked(self._of_text(text))

    def _of_text(self, text: str) -> int | str:
        bare = _POUNDS.sub(r"\1", text, count=1) if self.money or text[:1] in "£+-" else text
        percent = bare.endswith("%")
        bare = bare.removesuffix("%").rstrip()
        if _GROUPED.fullmatch(bare) or _SPACED.fullmatch(bare):
            bare = re.sub(r"[, \u00a0\u202f]", "", bare)
        if len(bare) <= _LONGEST and _SCIENTIFIC.fullmatch(bare):
            bare = format(Decimal(bare), "f")
        if len(bare) > _LONGEST or not _PLAIN.fullmatch(bare):
            raise Misread(f"{shown(text)} is not a number: write it like 1234.56")
        if percent:
            if not self.fraction:
                raise Misread(f"{shown(text)} is a percentage: this column takes a number, such as {bare}")
            return _plain(Decimal(bare).scaleb(-2))
        return int(bare) if bare.isdecimal() else bare

    def _checked(self, value: int | str) -> int | str:
        if self.fraction and self.most is not None and abs(Decimal(value)) > self.most:
            share = format(Decimal(value).scaleb(-2), "f")
            raise Misread(
                f"{value} is more than {self.most * 100:f} %: if {value} % was meant, write {value}% or {share}"
            )
        return value

    def write(self, value: Any) -> Decimal:
        """The number, to its last digit."""
        return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


def _of_float(value: float) -> int | str:
    if value.is_integer() and abs(value) < 10**_DIGITS:
        return int(value)
    return _plain(Decimal(format(value, f".{_DIGITS}g")))


def _plain(value: Decimal) -> int | str:
    if value == value.to_integral_value():
        return int(value)
    return format(value, "f").rstrip("0")
