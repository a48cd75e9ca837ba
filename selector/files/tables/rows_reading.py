"""The rows of a table, cell by cell."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from models.draft import MOST_FAULTS
from models.faults import Fault, Place, shown
from selector.files.cells import Cell, Misread
from selector.files.cells.kind import is_blank
from selector.files.cells.text import COMMENT, is_error
from selector.files.tables.column import Column
from selector.files.tables.draft import Draft
from selector.files.tables.given import Given
from selector.files.tables.heads import Heads, heads
from selector.files.tables.keyed import KEYS
from selector.files.tables.parts import OWNER, Parts
from selector.files.tables.place import letters
from selector.files.tables.records import Records
from selector.files.tables.sheet import Row, Sheet

_NEW, _BLANK = object(), object()
_MOST_KNOWN = 4096


class _Reader:
    """Reads the cells of a column; what it has read it knows, for tables of 200,000 rows repeat themselves.

    Texts and floats only: no others that are equal are alike. Nothing changes a list once it is read.
    """

    __slots__ = ("at", "known", "path", "read")

    def __init__(self, at: int, column: Column) -> None:
        self.at, self.path, self.read = at, column.path, column.kind.read
        self.known: dict[Any, Any] = {"": _BLANK}


def read_rows(draft: Draft, sheet: Sheet, given: Given) -> None:
    """Take over what the rows of a table hold, each a record or part of one, and what is wrong with them."""
    rows = enumerate(given.rows, start=1)
    for number, cells in rows:
        if all(map(is_blank, cells)):
            continue
        found, faults = heads(sheet, given.name, number, cells, draft.ids)
        # What begins with # is a note, unless it is the heading of a column that is left out.
        if found.at or not _is_note(cells):
            break
    else:
        found, faults = heads(sheet, given.name, 1, (), draft.ids)
        if not isinstance(sheet, Records) or not sheet.demanded:
            faults = []
    draft.heads[sheet.name] = found
    draft.faults += faults
    readers = [_Reader(at, column) for at, column in found.columns.items()]
    keys = [column for column in found.columns.values() if column.points_to and column.path in (OWNER, *KEYS)]
    parts = [column for column in found.columns.values() if column.points_to and isinstance(sheet, Parts)]
    for number, cells in rows:
        if len(draft.faults) >= MOST_FAULTS:
            return
        row = _row(draft, sheet, number, cells, readers, found)
        if not row:
            continue
        for column in (*keys, *parts):
            if column.path in row:
                row[column.path] = _resolved(draft, column, row[column.path])
        sheet.add(draft, row, number)


def _is_note(cells: Sequence[Cell]) -> bool:
    first = cells[0] if cells else None
    return type(first) is str and first.lstrip().startswith(COMMENT) and not is_error(first)


def _row(
    draft: Draft,
    sheet: Sheet,
    number: int,
    cells: Sequence[Cell],
    readers: list[_Reader],
    found: Heads,
) -> Row | None:
    """What a row holds; None if it is not to be read."""
    if _is_note(cells):
        return None
    row: Row = {}
    width = len(cells)
    whole = True
    for reader in readers:
        at = reader.at
        if at >= width:
            break  # they are in the order of their columns
        cell = cells[at]
        sort = type(cell)
        repeats = sort is str or sort is float
        known = reader.known
        value = known.get(cell, _NEW) if repeats else _NEW
        if value is _NEW:
            if is_blank(cell):
                continue
            try:
                value = reader.read(cell)
            except Misread as error:
                draft.fault(sheet, number, reader.path, str(error))
                # The models will not take it either: theirs are the faults of the same cell that are dropped.
                value = str(cell)
                whole = whole and reader.path != OWNER and reader.path not in KEYS
            else:
                if repeats and len(known) < _MOST_KNOWN:
                    known[cell] = value
        if value is not _BLANK:
            row[reader.path] = value
    for at in _filled(found.doubtful, cells) if found.doubtful else ():
        group, fault = found.doubtful.pop(at)
        found.unknown.add(group)
        draft.faults.append(fault)
    for at in _filled(found.nameless, cells) if found.nameless else ():
        found.nameless.remove(at)  # said once
        told = f"{shown(str(cells[at]))} stands in a column without a heading: write one, or # to have it left out"
        draft.faults.append(Fault("", told, Place(found.name, f"{letters(at)}{number}")))
    return row if whole else None


def _filled(columns: Iterable[int], cells: Sequence[Cell]) -> list[int]:
    """Those of some columns, in their order, in which a row holds something; there may be thousands, and rows be short."""
    width = len(cells)
    return [at for at in takewhile(lambda at: at < width, columns) if not is_blank(cells[at])] if columns else []


def _resolved(draft: Draft, column: Column, value: Any) -> Any:
    ids = draft.ids(column.points_to)
    return [ids.resolve(name) for name in value] if isinstance(value, list) else ids.resolve(value)
