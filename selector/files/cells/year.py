"""Financial years."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.faults import shown
from selector.files.cells.kind import Cell, Kind, Misread
from selector.files.cells.text import as_text, unquoted

_YEAR = re.compile(r"([0-9]{2})([0-9]{2})\s*[-/\u2013]\s*(?:\1|20)?([0-9]{2})")


@dataclass(frozen=True)
class Year(Kind):
    """A financial year."""

    @property
    def expected(self) -> str:
        """What is to be written."""
        return "a financial year, such as 2013-14"

    def read(self, cell: Cell) -> str:
        """The year as 2013-14."""
        if (
            isinstance(cell, date) and cell.month == (cell.year + 1) % 100
        ):  # a spreadsheet takes 2009-10 for October 2009
            return f"{cell.year:04}-{cell.month:02}"
        text = unquoted(as_text(cell))
        found = _YEAR.fullmatch(text)
        if not found:
            raise Misread(f"{shown(text)} is not {self.expected}")
        return f"{found[1]}{found[2]}-{found[3]}"

    def write(self, value: Any) -> str:
        """The year."""
        return str(value)
