"""The kinds of tables that a case is spread over, each with the way from the case and back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from selector.files.tables.column import Column, Path, Wide

if TYPE_CHECKING:
    from selector.files.tables.draft import Draft

Document = Mapping[str, Any]
Row = dict[Path, Any]
"""What the cells of a row hold, blank ones left out, by the paths of their columns."""

_ABSENT = object()
"""In place of a field of an object that is not there, or that is of another sort."""


@dataclass(frozen=True)
class Sheet(ABC):
    """A table: a sheet of a workbook, or a file of a folder."""

    name: str
    note: str
    columns: tuple[Column, ...]
    wide: tuple[Wide, ...] = field(default=(), kw_only=True)

    @property
    def key(self) -> str:
        """Its name as that of a file."""
        return self.name.lower().replace(" ", "-")

    @abstractmethod
    def rows(self, document: Document) -> Iterator[Row]:
        """The rows that a case, in full JSON, fills it with."""

    @abstractmethod
    def add(self, draft: Draft, row: Row, number: int) -> None:
        """Put what the row with this number says into the draft of a case."""

    def begin(self, draft: Draft) -> None:  # noqa: B027  (most need nothing)
        """Prepare the draft for rows, should there be any."""

    def filled(self, record: Any) -> Row:
        """What a record of the case fills the columns with."""
        row = {}
        for each in self.columns:
            value = _at(record, each.path)
            if value is not _ABSENT and each.is_written(value):
                row[each.path] = value
        for group in self.wide:
            for key, value in _at(record, group.path).items():
                row[*group.path, key] = value
        return row


def _at(record: Any, path: Path) -> Any:
    for key in path:
        if record is None or key not in record:
            return _ABSENT
        record = record[key]
    return record


def put(record: dict[str, Any], path: Path, value: Any) -> None:
    """Set what stands at a path, making the objects on the way."""
    for key in path[:-1]:
        record = record.setdefault(key, {})
    record[path[-1]] = value
