"""Dates."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from models.faults import shown
from selector.files.cells.kind import Cell, Kind, Misread
from selector.files.cells.text import as_text, unquoted

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_NUMERIC = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_WORDS = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+([0-9]{4})", re.IGNORECASE)
_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
# Day 1 of a spreadsheet is 1 January 1900, and it counts a 29 February 1900 that never was.
_EPOCH = date(1899, 12, 30)
# Of five digits, from 1927 to 2173: a date cell is told by its format, and 2013 alone is a year rather than a day of 1905.
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 99_999


@dataclass(frozen=True)
class Day(Kind):
    """A date: a date cell, a spreadsheet's serial number, or text, the day before the month."""

    month_start: bool = False

    @property
    def expected(self) -> str:
        """What is to be written."""
        return "the first day of a month, such as 1 April 2013" if self.month_start else "a date, such as 1 April 2013"

    def read(self, cell: Cell) -> str:
        """The date as YYYY-MM-DD."""
        found: date | None = None
        match cell:
            case datetime():
                if cell.time().replace(microsecond=0) != datetime.min.time():
                    raise Misread(f"{cell} has a time of day: {self.expected} is expected")
                found = cell.date()
            case date():
                found = cell
            case bool():
                found = None
            case int() | float():
                found = _of_serial(cell)
            case str():
                found = _of_text(unquoted(as_text(cell)))
        if found is None:
            number = isinstance(cell, int | float) and not isinstance(cell, bool)
            raise Misread(f"{shown(as_text(cell) if number else str(cell))} is not {self.expected}")
        return found.isoformat()

    def write(self, value: Any) -> date:
        """The date."""
        return date.fromisoformat(value)


def _of_serial(serial: float) -> date | None:
    if not _FIRST_SERIAL <= serial <= _LAST_SERIAL or serial != int(serial):
        return None
    return _EPOCH + timedelta(days=int(serial))


def _of_text(text: str) -> date | None:
    if text.isdecimal() and text.isascii() and len(text) == 5:
        return _of_serial(int(text))
    if found := _ISO.fullmatch(text):
        return _date(found[1], found[2], found[3])
    if found := _NUMERIC.fullmatch(text):
        return _date(found[3], found[2], found[1])
    if found := _WORDS.fullmatch(text):
        month = found[2].lower()
        if month in _NAMES:
            return _date(found[3], _NAMES.index(month) + 1, found[1])
        if month in (*_MONTHS, "sept"):
            return _date(found[3], _MONTHS.index(month[:3]) + 1, found[1])
    return None


def _date(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
