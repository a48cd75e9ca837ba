"""Text, and ids, which are text too."""

import json
import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from models.faults import shown
from selector.files.cells.kind import Cell, Kind, Misread, Unreadable

COMMENT = "#"
"""A row whose first cell begins so is not read."""

NONE = "none"
"""An empty list, or no number, where a blank cell would say something else."""

LONG = re.compile(r"\[long text ([0-9]{1,9})\]")
"""Stands in a cell for a text that is too long for one."""

# What a workbook's XML cannot hold, or would change; and what Excel takes for an escaped letter.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)")


def quoted(text: str) -> str:
    """The text as a JSON string that every spreadsheet keeps as it is."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def written(text: str, *, aside: str = "") -> str:
    """The text as a cell holds it: as it is, or in quotes where it would be read as something else.

    ``aside`` are letters that a text must not hold unquoted.
    """
    odd = (
        not text
        or text != text.strip()
        or text[0] in ('"', COMMENT)
        or _UNSAFE.search(text)
        or LONG.fullmatch(text)
        or any(letter in text for letter in aside)
    )
    return quoted(text) if odd else text


def unquoted(text: str) -> str:
    """What ``written`` made the text from; quotes around what is no JSON string are part of the text."""
    if len(text) > 1 and text[0] == '"' == text[-1]:
        try:
            value = json.loads(text, strict=False)
        except json.JSONDecodeError:
            return text
        return str(value)
    return text


def is_error(text: str) -> bool:
    """Whether a cell shows an error of the spreadsheet, such as #N/A."""
    return _ERROR.fullmatch(text) is not None


def as_text(cell: Cell) -> str:
    """The text of a cell without the spaces around it, numbers as they are shown.

    Raises
    ------
    Misread
        if it is an error of the spreadsheet, or a date or time, which is seldom what was typed.
    """
    match cell:
        case Unreadable():
            raise Misread(str(cell))
        case str():
            if cell.startswith(COMMENT) and is_error(cell):
                raise Misread(f"{cell} is an error of the spreadsheet: mend the formula")
            return cell.strip()
        case bool():
            return "TRUE" if cell else "FALSE"
        case date() | time() | timedelta():
            raise Misread(f"{cell} is a date or time: if text was meant, format the cell as text and type it again")
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case float():
            return format(cell, ".15g")
    return str(cell)


@dataclass(frozen=True)
class Text(Kind):
    """Text as it is, but for spaces around it; between double quotes it is a JSON string."""

    what: str = "text"

    @property
    def expected(self) -> str:
        """What is to be written."""
        return self.what

    def read(self, cell: Cell) -> str:
        """The text of a cell."""
        text = cell.strip() if type(cell) is str and not cell.startswith(COMMENT) else as_text(cell)
        return unquoted(text) if text.startswith('"') else text

    def write(self, value: Any) -> str:
        """The text as a cell holds it."""
        if not isinstance(value, str):
            raise TypeError(f"{shown(value)} is not text")
        return written(value)
