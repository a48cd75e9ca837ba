"""A case that is being put together from tables, and where in them each part of it stands."""

import re
from typing import Any

from models.faults import MOST_SUGGESTIONS, Fault, Place, pointer, shown, suggestion
from selector.files.tables.column import Path
from selector.files.tables.heads import Heads
from selector.files.tables.ids import Ids
from selector.files.tables.parts import OWNER
from selector.files.tables.sheet import Row, Sheet

_POINTER = re.compile(r"(?<![\w/])/([a-z_]+)/([0-9]+)(?![\w/])")


class Draft:
    """The document so far, what is wrong with its cells, and the way back from the document to the cells."""

    def __init__(self) -> None:
        self.document: dict[str, Any] = {}
        self.faults: list[Fault] = []
        self.heads: dict[str, Heads] = {}
        """By name of the sheet, what stands at the head of its columns."""
        self._lists: dict[Path, tuple[Sheet, list[int]]] = {}
        self._single: dict[Path, tuple[Sheet, int, Path]] = {}
        self._ids: dict[str, Ids] = {}
        self._suggested = 0

    def append(self, sheet: Sheet, at: Path, record: Any, number: int) -> None:
        """Append a record, which a row states, to a list of the document."""
        if at not in self._lists:
            self._lists[at] = (sheet, [])
        self._lists[at][1].append(number)
        holder = self.document
        for key in at[:-1]:
            holder = holder.setdefault(key, {})
        holder.setdefault(at[-1], []).append(record)

    def stands(self, path: Path, sheet: Sheet, number: int, column: Path = ()) -> None:
        """Remember that what is at a path of the document stands in a row, or in a cell of it."""
        self._single[path] = (sheet, number, column)

    def row_of(self, path: Path) -> int | None:
        """The row that has stated what is at a path; None where none has."""
        found = self._single.get(path)
        return found[1] if found else None

    def ids(self, table: str) -> Ids:
        """The ids of a table that is all read."""
        if table not in self._ids:
            self._ids[table] = Ids.of(self.document, table)
        return self._ids[table]

    def owner(self, sheet: Sheet, table: str, row: Row, number: int) -> tuple[int, dict[str, Any]] | None:
        """The record that a row belongs to, and its position in its table; a fault if there is none."""
        name = row.get(OWNER)
        if name is None:
            self.fault(sheet, number, OWNER, "is missing")
            return None
        position = self.ids(table).positions.get(name)
        if position is None:
            self._suggested += 1
            near = suggestion(name, self.ids(table).positions) if self._suggested <= MOST_SUGGESTIONS else ""
            self.fault(sheet, number, OWNER, f"there is no {shown(name)} among the {table.replace('_', ' ')}{near}")
            return None
        record: dict[str, Any] = self.document[table][position]
        return position, record

    def fault(self, sheet: Sheet, number: int, column: Path, message: str, at: Path = ()) -> None:
        """Record what is wrong with a cell."""
        self.faults.append(Fault(pointer(at), message, self.place(sheet, number, column)))

    def place(self, sheet: Sheet, number: int, column: Path = ()) -> Place:
        """The place of a row, or of a cell of it if the column is there."""
        heads = self.heads[sheet.name]
        return heads.place(number, column)

    def where(self, path: Path) -> Place | None:
        """The cell, or else the row or the sheet, of what is at a path of the document; None where nothing states it."""
        for length in range(len(path), 0, -1):
            if found := self._single.get(path[:length]):
                sheet, number, column = found
                return self._nearest(sheet, number, (*column, *path[length:]))
            listed = self._lists.get(path[: length - 1])
            if listed and path[length - 1].isdecimal() and int(path[length - 1]) < len(listed[1]):
                return self._nearest(listed[0], listed[1][int(path[length - 1])], path[length:])
        return None

    def _nearest(self, sheet: Sheet, number: int, column: Path) -> Place:
        heads = self.heads[sheet.name]
        own = [each.path for each in sheet.columns if each.path in heads.at]
        while column and column not in heads.at:
            # An object that is not there would stand in several columns: the first of them is shown.
            parts = [path for path in own if path[: len(column)] == column]
            column = parts[0] if parts else column[:-1]
        return heads.place(number, column)

    def expected(self, place: Place | None) -> str:
        """What a cell is to hold; nothing for other places."""
        heads = next((each for each in self.heads.values() if place and place.cell and each.name == place.sheet), None)
        columns = heads.columns.values() if heads else ()
        return next((each.kind.expected for each in columns if place and each.heading == place.heading), "")

    def is_of_unknown(self, path: Path) -> bool:
        """Whether a path leads to an object one key of which is misspelt above its column."""
        listed = self._lists.get(path[:1])
        return listed is not None and path[2:] in self.heads[listed[0].name].unknown

    def in_cells(self, message: str) -> str:
        """A message with rows of tables in place of pointers to them."""

        def row(found: re.Match[str]) -> str:
            listed = self._lists.get((found[1],))
            if not listed or int(found[2]) >= len(listed[1]):
                return found[0]
            return f"row {listed[1][int(found[2])]} of {listed[0].name}"

        return _POINTER.sub(row, message)
