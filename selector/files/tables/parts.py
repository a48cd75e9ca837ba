"""Tables with a row for each part of a record that stands in another table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from selector.files.tables.column import Path
from selector.files.tables.sheet import Document, Row, Sheet, put

if TYPE_CHECKING:
    from selector.files.tables.draft import Draft

OWNER: Path = ("@",)
"""The column with the id of the record that a row belongs to."""


@dataclass(frozen=True)
class Parts(Sheet):
    """A row for each entry of the list ``of`` of the records of a table, such as the partners of a bidder."""

    table: str = ""
    of: str = ""

    def rows(self, document: Document) -> Iterator[Row]:
        """A row for each entry."""
        for record in document.get(self.table) or ():
            for part in record[self.of] or ():
                yield {OWNER: record["id"]} | self.filled(part)

    def add(self, draft: Draft, row: Row, number: int) -> None:
        """Append an entry to its record."""
        found = draft.owner(self, self.table, row, number)
        if found is None:
            return
        position, record = found
        part: dict[str, Any] = {}
        for path, value in row.items():
            if path != OWNER:
                put(part, path, value)
        entries = record.setdefault(self.of, [])
        entries.append(part)
        draft.stands((self.table, str(position), self.of, str(len(entries) - 1)), self, number)

    def filled(self, record: Any) -> Row:
        """What an entry fills the columns with."""
        return {
            column.path: record[column.path[0]]
            for column in self.columns
            if column.path != OWNER and column.is_written(record[column.path[0]])
        }
