"""Tables with a row for each key of objects of the case, such as a bidder's figures for each service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.faults import shown
from selector.files.tables.column import Column, Path
from selector.files.tables.parts import OWNER
from selector.files.tables.sheet import Document, Row, Sheet, put

if TYPE_CHECKING:
    from selector.files.tables.draft import Draft

KEYS: tuple[Path, ...] = (("@1",), ("@2",))
"""The columns with the keys; in the paths of other columns ``@1`` and ``@2`` stand for what these hold."""


@dataclass(frozen=True)
class Keyed(Sheet):
    """A row for each key, or pair of keys, of a record of ``table``; of the case itself where it names none."""

    table: str = ""

    @property
    def values(self) -> tuple[Column, ...]:
        """The columns besides those of the owner and the keys."""
        return tuple(column for column in self.columns if column.path != OWNER and column.path not in KEYS)

    def rows(self, document: Document) -> Iterator[Row]:
        """A row for each key."""
        for record in (document.get(self.table) or ()) if self.table else (document,):
            found: dict[tuple[str, ...], Row] = {}
            for column in self.values:
                for keys, value in _found(record, column.path, ()):
                    row = found.setdefault(keys, dict(zip(KEYS, keys, strict=False)))
                    if value is not None and column.is_written(value):
                        row[column.path] = value
            for row in found.values():
                yield ({OWNER: record["id"]} if self.table else {}) | row

    def add(self, draft: Draft, row: Row, number: int) -> None:
        """Set what the row says of its keys."""
        record: dict[str, Any] = draft.document
        above: Path = ()
        if self.table:
            owner = draft.owner(self, self.table, row, number)
            if owner is None:
                return
            above, record = (self.table, str(owner[0])), owner[1]
        keys = [row.get(path) for path in KEYS if any(column.path == path for column in self.columns)]
        values = {path: value for path, value in row.items() if path != OWNER and path not in KEYS}
        missing = [path for path, key in zip(KEYS, keys, strict=False) if key is None]
        if missing:
            # Only keys, the last of them blank: an object without entries, which says that there are none.
            if len(missing) < len(keys) and not values:
                put(record, _with(self.values[0].path, keys)[: -len(missing)], {})
                return
            for path in missing:
                draft.fault(self, number, path, "is missing")
            return
        for path, value in values.items():
            target = _with(path, keys)
            earlier = draft.row_of((*above, *target))
            if earlier is not None:
                draft.fault(self, number, path, f"{shown(value)} is the second for {_said(keys)}: see row {earlier}")
                continue
            put(record, target, value)
            draft.stands((*above, *target), self, number, path)


def _with(path: Path, keys: list[Any]) -> Path:
    return tuple(str(keys[int(part[1:]) - 1]) if part.startswith("@") else part for part in path)


def _said(keys: list[Any]) -> str:
    return " and ".join(map(shown, keys))


def _found(inner: Any, path: Path, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """What stands at a path, by the keys on the way; None for an object without entries."""
    if inner is None:
        return
    if not path:
        yield keys, inner
    elif not path[0].startswith("@"):
        yield from _found(inner.get(path[0]), path[1:], keys)
    elif inner or not keys:
        for key, value in inner.items():
            yield from _found(value, path[1:], (*keys, key))
    else:
        yield keys, None
