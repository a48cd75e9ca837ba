"""Any value, as JSON writes it."""

import json
from dataclasses import dataclass
from typing import Any

from models.json_text import NotJsonError, parse
from selector.files.cells.kind import Cell, Kind
from selector.files.cells.number import Number
from selector.files.cells.text import _UNSAFE, COMMENT, LONG, as_text

_NUMBER = Number()


@dataclass(frozen=True)
class Free(Kind):
    """A JSON value; what is no JSON is text."""

    @property
    def expected(self) -> str:
        """What is to be written."""
        return "a number, text, true, false, null, or any other JSON"

    def read(self, cell: Cell) -> Any:
        """The value."""
        if isinstance(cell, bool):
            return cell
        if isinstance(cell, int | float):
            return _NUMBER.read(cell)
        text = as_text(cell)
        if text in ("TRUE", "FALSE"):
            return text == "TRUE"
        try:
            return parse(text)
        except NotJsonError:
            return text

    def write(self, value: Any) -> str:
        """The value as JSON, or text as it is where no other value is written so."""
        if isinstance(value, str) and self._is_plain(value):
            return value
        return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))

    def _is_plain(self, text: str) -> bool:
        if not text or text[0] in ('"', COMMENT) or _UNSAFE.search(text) or LONG.fullmatch(text):
            return False
        return self.read(text) == text and type(self.read(text)) is str
