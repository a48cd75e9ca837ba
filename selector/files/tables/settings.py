"""The table of what the case states once: a row for each setting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selector.files.tables.sheet import Document, Row, Sheet, put

if TYPE_CHECKING:
    from selector.files.tables.draft import Draft


@dataclass(frozen=True)
class Settings(Sheet):
    """A row for each setting: its ``columns`` stand below one another."""

    def rows(self, document: Document) -> Iterator[Row]:
        """One row with all that is set."""
        yield self.filled(document)

    def add(self, draft: Draft, row: Row, number: int) -> None:
        """Set one of them."""
        for path, value in row.items():
            put(draft.document, path, value)
            draft.stands(path, self, number, path)
