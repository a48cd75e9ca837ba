"""A folder of CSV files read as a case."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from models import Case, CaseInvalid, Fault
from models.faults import Place
from selector.files.cells import Cell
from selector.files.folder.content import UnreadableFileError, content
from selector.files.folder.csv_rows import NotCsvError, csv_rows
from selector.files.folder.decimal_commas import with_points
from selector.files.folder.names import CSV, is_csv, is_left_aside, table_of
from selector.files.folder.separators import separator
from selector.files.tables import Given, Sheet, case_from, layout
from selector.files.workbook.long_texts import LONG_TEXTS
from selector.files.workbook.whole_texts import WholeTexts

MOST_ENTRIES = 1_000
_MARK = "[long text "
_LONG_TEXTS = f"{LONG_TEXTS.lower().replace(' ', '-')}{CSV}"


def read_folder(path: Path) -> tuple[Case, list[str]]:
    """The case in a folder of CSV files, and remarks about what was left aside.

    Files are UTF-8, with a byte order mark or without; cells are apart by commas, or by semicolons or tabs as
    spreadsheets of other countries write them, which the headings tell.

    Raises
    ------
    CaseInvalid
        if the folder cannot be read, or with every fault of its files, each with its cell.
    """
    names = _entries(path)
    files = [name for name in names if is_csv(name) and not (path / name).is_dir()]
    tables = [name for name in files if table_of(name)]
    unreadable: list[Fault] = []
    texts = _whole_texts(path, names, unreadable)
    given = [Given(name, _rows(path / name, texts, unreadable)) for name in tables]
    # Other files of text may be tables under a name that is not quite right.
    given += [Given(name, ()) for name in files if name not in tables and name != _LONG_TEXTS]
    try:
        case, remarks = case_from(given, path.name)
    except CaseInvalid as error:
        # Of rows that could not be read nobody knows what they would have been at odds with.
        raise CaseInvalid(unreadable or [_of_file(fault) for fault in error.faults]) from None
    if unreadable:
        raise CaseInvalid(unreadable)
    others = [_remark(path / name) for name in names if name not in files]
    return case, remarks + others


def _entries(path: Path) -> list[str]:
    """The names in a folder of which something is to be said."""
    try:
        names = [entry.name for entry in islice(path.iterdir(), MOST_ENTRIES + 1)]
    except OSError as error:
        raise CaseInvalid([Fault("", f"{path} cannot be read: {error.strerror}")]) from None
    if len(names) > MOST_ENTRIES:
        raise CaseInvalid([Fault("", f"{path} holds more than {MOST_ENTRIES:,} files: it is no folder of tables")])
    return sorted(name for name in names if not is_left_aside(name))


def _whole_texts(path: Path, names: list[str], unreadable: list[Fault]) -> WholeTexts:
    """Texts that were too long for a cell of the workbook whose sheets were saved as these files."""
    if _LONG_TEXTS not in names:
        return WholeTexts(None, anywhere=True)
    return WholeTexts(_cells(path / _LONG_TEXTS, layout()[0], unreadable), anywhere=True)


def _rows(path: Path, texts: WholeTexts, unreadable: list[Fault]) -> Iterator[list[Cell]]:
    sheet = table_of(path.name)
    if sheet is None:
        raise ValueError(f"{path.name} is no table")
    yield from _cells(path, sheet, unreadable, texts)


def _cells(path: Path, sheet: Sheet, unreadable: list[Fault], texts: WholeTexts | None = None) -> Iterator[list[Cell]]:
    """The cells of a file; what keeps them from being read is added to the faults."""
    try:
        between, text = separator(content(path), sheet)
        rows: Iterator[list[Cell]] = map(list, csv_rows(text, between))
        if between == ";":
            rows = with_points(rows, sheet)
        marked = texts is not None and _MARK in text
        for cells in rows:
            if marked and texts is not None:
                texts.put(cells)
            yield cells
    except UnreadableFileError as error:
        unreadable.append(Fault("", str(error), Place(path.name)))
    except NotCsvError as error:
        unreadable.append(Fault("", str(error), Place(path.name, f"{error.row}:{error.row}")))


def _of_file(fault: Fault) -> Fault:
    """A fault of a table that is not there, told of the file that it would be."""
    keys = {sheet.name: f"{sheet.key}{CSV}" for sheet in layout()}
    place = fault.place
    if place is None or place.sheet not in keys:
        return fault
    return Fault(fault.pointer, fault.message, replace(place, sheet=keys[place.sheet]))


def _remark(path: Path) -> str:
    return f"{path.name} is {'a folder' if path.is_dir() else 'no CSV file'}: it was not read"
