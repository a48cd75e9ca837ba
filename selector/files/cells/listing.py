"""Several in one cell."""

import re
from dataclasses import dataclass
from typing import Any

from selector.files.cells.kind import Cell, Kind
from selector.files.cells.text import NONE, as_text, quoted, unquoted, written

_SEPARATORS = ";\n"
_ENTRY = re.compile(r'\s*("(?:[^"\\]|\\.)*"(?=\s*(?:[;\n]|$))|[^;\n]*)\s*(?:[;\n]|$)')


@dataclass(frozen=True)
class Listing(Kind):
    """A list, its entries apart by ``;`` or on lines of their own; an entry that holds one stands in double quotes."""

    of: Kind

    @property
    def expected(self) -> str:
        """What is to be written."""
        return f"{self.of.expected}; several apart by ;"

    def read(self, cell: Cell) -> list[Any]:
        """The entries; empty ones are left out."""
        text = as_text(cell)
        if text.casefold() == NONE:
            return []
        found = re.split(r"[;\n]", text) if '"' not in text else _ENTRY.findall(text)
        return [self.of.read(entry) for entry in found if entry.strip()]

    def write(self, value: Any) -> str:
        """The entries in one cell."""
        return "; ".join(map(self._entry, value)) if value else NONE

    def _entry(self, value: Any) -> str:
        cell = str(self.of.write(value))
        if cell.casefold() == NONE:
            return quoted(cell)
        return cell if unquoted(cell) != cell else written(cell, aside=_SEPARATORS)
