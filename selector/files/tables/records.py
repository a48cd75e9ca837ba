"""Tables with a row for each record of a list of the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from selector.files.tables.column import Path
from selector.files.tables.sheet import Document, Row, Sheet, put

if TYPE_CHECKING:
    from selector.files.tables.draft import Draft


@dataclass(frozen=True)
class Records(Sheet):
    """A row for each record of the list at ``at``, such as the bids."""

    at: Path = ()
    demanded: bool = False
    """Whether the list is there even if it is empty."""

    def rows(self, document: Document) -> Iterator[Row]:
        """A row for each record."""
        for record in _list(document, self.at):
            yield self.filled(record)

    def begin(self, draft: Draft) -> None:
        """Have the list, if it must be there."""
        if self.demanded:
            put(draft.document, self.at, [])

    def add(self, draft: Draft, row: Row, number: int) -> None:
        """Append a record."""
        record: dict[str, Any] = {path[0]: value for path, value in row.items() if len(path) == 1}
        if len(record) < len(row):
            for path, value in row.items():
                if len(path) > 1:
                    put(record, path, value)
        draft.append(self, self.at, record, number)


@dataclass(frozen=True)
class Pairs(Records):
    """A row for each pair of the list at ``at``."""

    def rows(self, document: Document) -> Iterator[Row]:
        """A row for each pair."""
        for pair in _list(document, self.at):
            yield {column.path: value for column, value in zip(self.columns, pair, strict=True)}

    def add(self, draft: Draft, row: Row, number: int) -> None:
        """Append a pair, if both of it are there."""
        blank = [column for column in self.columns if column.path not in row]
        for column in blank:
            draft.fault(self, number, column.path, "is missing")
        if not blank:
            draft.append(self, self.at, [row[column.path] for column in self.columns], number)


def _list(document: Document, at: Path) -> Any:
    found: Any = document
    for key in at:
        found = found.get(key) if found is not None else None
    return found or ()
