"""Cells of a CSV file that a spreadsheet shows as they are: it runs none, and takes none for something else."""

import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

from selector.files.cells import Cell, Free, Kind, Listing, Number, Text
from selector.files.cells.text import quoted, unquoted

# What a spreadsheet takes for a formula, in the full width of East Asian letters too. Where its separator is ; it finds
# cells behind each of them, and lines, as quotes around the whole cell then mean nothing to it.
_RUN = re.compile(r'(?:^|[;\t\n])(?:[^\S\t\n]|")*[=+\-@\uff1d\uff0b\uff0d\uff20]')

# Text that a spreadsheet would take for a number, a date or a time, and show and save as another: the code 5E1 as 50.
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?)"
)
_TAKEN = re.compile(
    r"0[0-9]+|[0-9]{16,}|[0-9]+ [0-9]+/[0-9]+"
    r"|[(£$€]?(?=[.,]*[0-9])[0-9.,]+(?:e[+-]?[0-9]+|[%)£$€])?"
    r"|[0-9]{1,4}[-/.:][0-9]{1,4}(?:[-/.:][0-9]{1,4})*(?: ?[ap]m?)?"
    rf"|[0-9]{{1,4}}[-/ ]?{_MONTH}(?:[-/, ]{{0,2}}[0-9]{{1,4}})?|{_MONTH}(?:[-/, ]{{0,2}}[0-9]{{1,4}}){{1,2}}"
    r"|true|false",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"0|[1-9][0-9]{0,14}")

_EXPONENTS = range(-20, 30)
"""Outside it digits are written with an exponent."""


def inert(kind: Kind, value: Any) -> str:
    """The text of a cell that holds a value as JSON has it; the kind reads it back."""
    cell = kind.write(value)
    if isinstance(cell, str) and not isinstance(kind, Number):
        return _harmless(kind, value, cell)
    return _plain(cell)


def inert_heading(title: str) -> str:
    """A heading that a spreadsheet shows as it is; the key that it ends in may be any text."""
    if not _RUN.search(title):
        return title
    before, _, key = title.partition(": ")
    return f"{before}: {_quoted(unquoted(key))}"


def _plain(cell: Cell) -> str:
    match cell:
        case Decimal():
            return format(cell, "f") if cell.adjusted() in _EXPONENTS else str(cell)
        case date():
            return cell.isoformat()
    return str(cell)


def _harmless(kind: Kind, value: Any, cell: str) -> str:
    runs = _RUN.search(cell) is not None
    taken = _TAKEN.fullmatch(cell) is not None and not _WHOLE.fullmatch(cell)
    match kind:
        case Text() if runs or taken:
            return _quoted(value)
        case Listing() if runs or taken:
            return "; ".join(map(_quoted, value))
        case Free() if runs:
            return _quoted(value)
    return cell


def _quoted(value: Any) -> str:
    # Of JSON, only texts hold a semicolon.
    text = quoted(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.replace(";", "\\u003b")
