"""Yes and no."""

from dataclasses import dataclass
from typing import Any

from models.faults import shown
from selector.files.cells.kind import Cell, Kind, Misread
from selector.files.cells.text import as_text, unquoted

_WORDS = {"true": True, "yes": True, "y": True, "t": True, "1": True} | {
    "false": False, "no": False, "n": False, "f": False, "0": False,
}  # fmt: skip


@dataclass(frozen=True)
class Flag(Kind):
    """Yes or no."""

    @property
    def expected(self) -> str:
        """What is to be written."""
        return "yes or no"

    def read(self, cell: Cell) -> bool:
        """True for yes."""
        if isinstance(cell, bool):
            return cell
        text = unquoted(as_text(cell))
        if text.casefold() not in _WORDS:
            raise Misread(f"{shown(text)} is not {self.expected}")
        return _WORDS[text.casefold()]

    def write(self, value: Any) -> str:
        """Yes or no."""
        return "yes" if value else "no"
