"""From tables to a case, with every fault at once and the cell of each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from models import Case, CaseInvalid
from models.draft import MOST_FAULTS
from models.faults import Fault, Place, shown, steps, suggestion
from models.read import case_of
from selector.files.cells import Cell, Misread
from selector.files.cells.kind import is_blank
from selector.files.cells.text import COMMENT, as_text, is_error
from selector.files.tables.column import Column, Path, bare
from selector.files.tables.draft import Draft
from selector.files.tables.heads import VALUES, Heads, heads
from selector.files.tables.keyed import KEYS
from selector.files.tables.layout import layout
from selector.files.tables.parts import OWNER, Parts
from selector.files.tables.place import letters
from selector.files.tables.records import Records
from selector.files.tables.settings import Settings
from selector.files.tables.sheet import Row, Sheet

Rows = Iterable[Sequence[Cell]]

_FILE = re.compile(r"\.csv$", re.IGNORECASE)

_MISSING = "is missing"
_NO_SCORE = re.compile(r'has no score on criterion "(.*)"')

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


@dataclass(frozen=True)
class Given:
    """A table as it was found: a sheet of a workbook, or a file of a folder."""

    name: str
    rows: Rows = field(repr=False)
    """From the first on, blank ones too, so that their numbers are those that people see."""


def case_from(given: Sequence[Given], whole: str) -> tuple[Case, list[str]]:
    """The case that tables state, and remarks about what was left aside.

    ``whole`` is the name of the workbook or folder.

    Raises
    ------
    CaseInvalid
        with every fault, each with its place; of a thousand or more, the first thousand.
    """
    draft = Draft()
    found, remarks, faults = _matched(given, whole)
    draft.faults += faults
    for sheet in layout():
        # What a table that is not there would be at odds with nobody needs to be told.
        if sheet.name in found:
            sheet.begin(draft)
            _read(draft, sheet, found[sheet.name])
    _resolve(draft)
    missing = {sheet.name for sheet in layout() if sheet.name not in found}
    try:
        case = case_of(draft.document)
    except CaseInvalid as error:
        raise CaseInvalid(_placed(draft, error.faults, missing)) from None
    if draft.faults:
        raise CaseInvalid(_placed(draft, (), missing))
    return case, remarks


def _matched(given: Sequence[Given], whole: str) -> tuple[dict[str, Given], list[str], list[Fault]]:
    """The tables by the names of the layout, what is said of the others, and what is wrong with them."""
    found: dict[str, Given] = {}
    remarks: list[str] = []
    faults: list[Fault] = []
    names = {_plain(sheet.name): sheet for sheet in layout()}
    strangers = []
    for each in given:
        sheet = names.get(_plain(each.name))
        if sheet is None:
            strangers.append(each)
        elif sheet.name in found:
            faults.append(
                Fault("", f"is a second table of {sheet.name}: {found[sheet.name].name} is the first", Place(each.name))
            )
        else:
            found[sheet.name] = each
    for each in strangers:
        if each.name.lstrip().startswith(COMMENT):
            continue
        known = [*(sheet.name for sheet in layout() if sheet.name not in found), *found]
        # A copy or a new name of a table is seldom meant to be left out; somebody's own workings are.
        stem = re.sub(r"\W*[0-9]*\W*$", "", _FILE.sub("", each.name)).strip()
        near = suggestion(stem, known) or suggestion(stem.replace("-", " ").capitalize(), known)
        if near:
            faults.append(
                Fault(
                    "", f"is not a table of a case{near}: begin its name with # to have it left out", Place(each.name)
                )
            )
        else:
            remarks.append(f"{each.name} is not a table of a case: it was not read")
    demanded = [
        sheet for sheet in layout() if isinstance(sheet, Settings) or (isinstance(sheet, Records) and sheet.demanded)
    ]
    absent = [sheet.name for sheet in demanded if sheet.name not in found]
    if len(absent) == len(demanded):
        raise CaseInvalid([Fault("", f"{whole} holds no table of a case: `selector template` writes one to fill in")])
    faults += [Fault("", f"there is no table {name}", Place(name)) for name in absent]
    return found, remarks, faults


def _plain(name: str) -> str:
    return bare(_FILE.sub("", name).replace("-", " "))


def _read(draft: Draft, sheet: Sheet, given: Given) -> None:
    if isinstance(sheet, Settings):
        _read_settings(draft, sheet, given)
        return
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


def _read_settings(draft: Draft, sheet: Settings, given: Given) -> None:
    found = Heads(given.name, settings=True)
    draft.heads[sheet.name] = found
    known = {bare(name): column for column in sheet.columns for name in (column.key.replace(".", " "), column.heading)}
    blank: dict[Path, Column] = {column.path: column for column in sheet.columns}
    for number, cells in enumerate(given.rows, start=1):
        label = cells[0] if cells else None
        place = Place(given.name, f"A{number}")
        if is_blank(label):
            if not is_blank(cell := cells[VALUES] if len(cells) > VALUES else None):
                told = f"{shown(str(cell))} stands beside no setting: write its name, or # to have it left out"
                draft.faults.append(Fault("", told, place))
            continue
        if not found.at and bare(str(label)) == "setting":
            continue
        try:
            text = as_text(label)
            if text.startswith(COMMENT):
                continue
        except Misread as error:
            draft.faults.append(Fault("", str(error), place))
            continue
        column = known.get(bare(text.replace(".", " ")))
        if column is None:
            near = suggestion(bare(text), [bare(each.heading) for each in sheet.columns])
            draft.faults.append(
                Fault("", f"{shown(text)} is not a setting{near}: begin it with # to have it left out", place)
            )
            continue
        if column.path in found.at:
            draft.faults.append(Fault("", f"{shown(text)} already stands in row {found.at[column.path]}", place))
            continue
        found.at[column.path] = number
        found.columns[number] = column
        cell = cells[VALUES] if len(cells) > VALUES else None
        if is_blank(cell):
            continue
        blank.pop(column.path, None)
        try:
            sheet.add(draft, {column.path: column.kind.read(cell)}, number)
        except Misread as error:
            draft.fault(sheet, number, column.path, str(error))
            sheet.add(draft, {column.path: str(cell)}, number)
    for column in blank.values():
        if column.required:
            told = "is missing" if column.path in found.at else f"there is no row {shown(column.heading)}"
            draft.faults.append(Fault("/" + "/".join(column.path), told, found.place(0, column.path)))


def _resolve(draft: Draft) -> None:
    """Put the ids that were meant in place of those that differ in capitals or spaces."""
    for sheet in layout():
        if not isinstance(sheet, Records) or len(sheet.at) != 1:
            continue
        for column in sheet.columns:
            if not column.points_to:
                continue
            ids = draft.ids(column.points_to)
            *above, last = column.path
            for record in draft.document.get(sheet.at[0], ()):
                holder = record
                for key in above:
                    holder = holder.get(key) or {}
                if (value := holder.get(last)) is None:
                    continue
                if type(value) is list:
                    if len(value) == 1 and value[0] in ids.positions:
                        continue
                    holder[last] = [ids.resolve(name) for name in value]
                elif value not in ids.positions:
                    holder[last] = ids.resolve(value)


def _resolved(draft: Draft, column: Column, value: Any) -> Any:
    ids = draft.ids(column.points_to)
    return [ids.resolve(name) for name in value] if isinstance(value, list) else ids.resolve(value)


def _placed(draft: Draft, faults: Iterable[Fault], missing: set[str]) -> list[Fault]:
    """All faults, each once, in the order of the tables and their rows."""
    told = {fault.place for fault in draft.faults}
    of_list = {"/" + "/".join(sheet.at): sheet for sheet in layout() if isinstance(sheet, Records)}
    headless = {fault.place.sheet for fault in draft.faults if fault.place and not fault.place.cell}
    stated = tuple(fault.pointer for fault in draft.faults if fault.pointer)
    found = list(draft.faults)
    for fault in faults:
        path = tuple(steps(fault.pointer))
        if draft.is_of_unknown(path):
            continue
        scored = _NO_SCORE.fullmatch(fault.message)
        place = draft.where((*path, scored[1]) if scored else path)
        if place is None and fault.pointer in of_list:
            sheet = of_list[fault.pointer]
            if sheet.name in missing and sheet.demanded:
                continue
            place = Place(draft.heads[sheet.name].name if sheet.name in draft.heads else sheet.name)
        # Said already: of this cell, of a column that is not there, or of a part of this setting.
        if place in told or (place and place.sheet in headless and not place.heading and fault.message == _MISSING):
            continue
        if place is None and any(f"{pointer}/".startswith(f"{fault.pointer}/") for pointer in stated if fault.pointer):
            continue
        found.append(Fault(fault.pointer, draft.in_cells(fault.message) + _of_list(path, fault.message), place))
    found = [_with_expected(draft, fault) for fault in found[:MOST_FAULTS]]
    order = {given: at for at, given in enumerate(heads.name for heads in draft.heads.values())}
    return sorted(found, key=lambda fault: _order(fault, order))


def _of_list(path: Path, message: str) -> str:
    """What to do about an entry of a list that is no id, and may be several."""
    several = path and path[-1].isdecimal() and message.startswith("there is no") and "," in message
    return ": several stand apart by ;" if several else ""


def _with_expected(draft: Draft, fault: Fault) -> Fault:
    """A fault of a blank cell that says what to write."""
    expected = draft.expected(fault.place) if fault.message == _MISSING else ""
    return replace(fault, message=f"{fault.message}: {expected} is expected") if expected else fault


def _order(fault: Fault, sheets: dict[str, int]) -> tuple[int, int, int, str]:
    place = fault.place
    if place is None:
        return (-1, 0, 0, fault.message)
    cell = re.match(r"([A-Z]*)([0-9]*)", place.cell)
    column, row = (cell[1], cell[2]) if cell else ("", "")
    return (sheets.get(place.sheet, len(sheets)), int(row or 0), len(column), column + fault.message)
