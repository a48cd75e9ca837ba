"""One of a few words."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from models.faults import shown, suggestion
from selector.files.cells.kind import Cell, Kind, Misread
from selector.files.cells.text import as_text, unquoted

_CAPITALS = {"nhs": "NHS", "csu": "CSU", "ccg": "CCG"}


@dataclass(frozen=True)
class Choice(Kind):
    """One of a few words; capitals, spaces, hyphens and underscores make no difference."""

    codes: tuple[str, ...]

    @property
    def expected(self) -> str:
        """What is to be written."""
        labels = [self.label(code) for code in self.codes]
        return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} or {labels[-1]}"

    @cached_property
    def _by_word(self) -> dict[str, str]:
        return {_bare(code): code for code in self.codes}

    def label(self, code: str) -> str:
        """A choice as people read it."""
        return " ".join(_CAPITALS.get(word, word) for word in code.split("_"))

    def read(self, cell: Cell) -> str:
        """The choice as JSON has it."""
        text = unquoted(as_text(cell))
        found = self._by_word.get(_bare(text))
        if found is None:
            labels = [self.label(code) for code in self.codes]
            near = suggestion(text, labels) or suggestion(text.casefold(), map(str.casefold, labels))
            raise Misread(f"{shown(text)} is not allowed: it must be {self.expected}{near}")
        return found

    def write(self, value: Any) -> str:
        """The choice as people read it."""
        return self.label(value)


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter not in " _-\u00a0")
