"""Numbers, as people write them."""

import math
import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from models.faults import shown
from selector.files.cells.kind import Cell, Kind, Misread
from selector.files.cells.text import NONE, as_text, unquoted

# A spreadsheet shows, and keeps apart, fifteen significant digits; what stands behind them is noise of its arithmetic.
_DIGITS = 15
_PLAIN = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
# Not "0,035", which elsewhere is a fraction.
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_SPACED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})+(?:\.[0-9]*)?")
_SCIENTIFIC = re.compile(r"[+-]?[0-9](?:\.[0-9]{1,15})?[eE][+-]?[0-9]{1,2}")
_BINARY = re.compile(r"[+-]?[0-9](?:\.[0-9]{1,16})?[eE][+-]?[0-9]{1,3}")
_POUNDS = re.compile(r"([+-]?)\s*(?:£|GBP)\s*(.*)|(.*?)\s*(?:£|GBP)", re.IGNORECASE)
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
    binary: bool = False
    """Whether JSON has it as a binary fraction, whose digits may not end where a spreadsheet's do."""
    nullable: bool = False
    """Whether it may be stated that there is none, as a blank cell stands for the default."""

    @property
    def expected(self) -> str:
        """What is to be written."""
        kind = "a whole number" if self.whole else "a percentage, such as 12.5%" if self.fraction else "a number"
        return f"{kind}{self.expected_range}{f', or {NONE}' if self.nullable else ''}"

    def read(self, cell: Cell) -> int | str | float | None:
        """A whole number as such, another as its digits, or as a float if it is one; None for ``none``."""
        value = self._read(cell)
        return float(value) if self.binary and value is not None else value

    def _read(self, cell: Cell) -> int | str | None:
        if type(cell) is float:
            if not math.isfinite(cell):
                raise Misread(f"{cell} is not a number")
            return self._checked(_of_float(cell))
        if type(cell) is int:
            return self._checked(cell)
        if isinstance(cell, date | time | timedelta):
            raise Misread(f"{cell} is a date or time: a number is expected; format the cell as a number")
        if isinstance(cell, bool):
            raise Misread(f"{shown(cell)} is not a number")
        text = unquoted(as_text(cell))
        if self.nullable and text.casefold() == NONE:
            return None
        if self.binary and _BINARY.fullmatch(text):
            return text
        return self._checked(self._of_text(text))

    def _of_text(self, text: str) -> int | str:
        bare = text
        if (self.money or text.startswith(("£", "+", "-"))) and (found := _POUNDS.fullmatch(text)):
            bare = found[3] or f"{found[1] or ''}{found[2] or ''}"
        percent = bare.endswith("%")
        bare = bare.removesuffix("%").rstrip()
        if _GROUPED.fullmatch(bare) or _SPACED.fullmatch(bare):
            bare = re.sub(r"[, \u00a0\u202f]", "", bare)
        if len(bare) <= _LONGEST and _SCIENTIFIC.fullmatch(bare):
            bare = format(Decimal(bare), "f")
        if len(bare) > _LONGEST or not _PLAIN.fullmatch(bare):
            like = "12" if self.whole else "1234.56"
            raise Misread(f"{shown(text)} is not a number: write it like {like}")
        if percent:
            if not self.fraction:
                raise Misread(f"{shown(text)} is a percentage: this column takes a number, such as {bare}")
            if self.most is not None and abs(Decimal(bare)) > self.most * 100:
                raise Misread(f"{shown(text)} is not allowed: it must be {self.most * 100:f}% or less")
            return _plain(Decimal(bare).scaleb(-2))
        return int(bare) if bare.isdecimal() else bare

    def _checked(self, value: int | str) -> int | str:
        if self.fraction and self.most is not None and abs(Decimal(value)) > self.most:
            share = format(Decimal(value).scaleb(-2), "f")
            raise Misread(
                f"{value} is more than {(self.most * 100).normalize():f} %: if {value} % was meant, write {value}% or {share}"
            )
        return value

    def write(self, value: Any) -> Decimal | str:
        """The number, to its last digit; as text where a spreadsheet's numbers are too coarse for a float."""
        if value is None:
            return NONE
        if not isinstance(value, float):
            return Decimal(value)
        exact = Decimal(repr(value))
        # Spreadsheets have no -0.
        return exact if fits(exact) and (value or not exact.is_signed()) else repr(value)


def _of_float(value: float) -> int | str:
    if value.is_integer() and abs(value) < 10**_DIGITS:
        return int(value)
    text = repr(value)
    # Its shortest text: with the point at most fifteen digits, and nothing but digits.
    if len(text) <= _DIGITS + 1 and "e" not in text:
        return text
    return _plain(Decimal(format(value, f".{_DIGITS}g")))


def _plain(value: Decimal) -> int | str:
    if value == value.to_integral_value():
        return int(value)
    return format(value, "f").rstrip("0")
