"""A case written as a folder of CSV files."""

import errno
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from models import Case
from selector.files.folder.inert import inert, inert_heading
from selector.files.folder.names import CSV, is_left_aside, table_of
from selector.files.folder.replacing import write_files
from selector.files.tables import Settings, Table, tables
from selector.files.tables.records import Records

_MARK = "\ufeff"
"""By it Excel knows UTF-8; without it pound signs and accents are shown as others."""

_QUOTED = re.compile(r'[",;\t\n]')


def write_folder(path: Path, case: Case) -> None:
    """Write a case as a folder of CSV files, such that it is read back without a change.

    There is a file for each table that holds something, such as ``bids.csv``: UTF-8 with a byte order mark, apart by
    commas, quoted as RFC 4180 has it. Dates are written YYYY-MM-DD and numbers to their last digit. Text that a
    spreadsheet would run as a formula, or change into a number or a date, stands in double quotes as a JSON string.

    Files of tables that are already there are replaced, all or none; other files stay as they are.

    Raises
    ------
    OSError
        if it cannot be written, or if the folder holds a table that this case leaves empty and so would not replace.
    """
    written = {f"{table.sheet.key}{CSV}": table for table in tables(case) if _is_needed(table)}
    _must_replace_all(path, set(written))
    write_files(path, {name: _content(table) for name, table in written.items()})


def _is_needed(table: Table) -> bool:
    sheet = table.sheet
    return bool(table.rows) or isinstance(sheet, Settings) or (isinstance(sheet, Records) and sheet.demanded)


def _must_replace_all(path: Path, names: set[str]) -> None:
    if not path.is_dir():
        return
    others = sorted(
        entry.name
        for entry in path.iterdir()
        if not is_left_aside(entry.name) and table_of(entry.name) and entry.name not in names
    )
    if others:
        said = (
            f"holds {others[0]}, which would be read as a part of this case: take it away, or write to another folder"
        )
        raise FileExistsError(errno.EEXIST, said, str(path))


def _content(table: Table) -> Iterator[bytes]:
    yield _MARK.encode()
    for row in _rows(table):
        yield f"{','.join(map(_field, row))}\r\n".encode()


def _rows(table: Table) -> Iterator[Sequence[str]]:
    if isinstance(table.sheet, Settings):
        yield "Setting", "Value", "Unit", "Meaning"
        row = table.rows[0]
        for column in table.columns:
            value = inert(column.kind, row[column.path]) if column.path in row else ""
            yield column.heading, value, column.unit, column.note
        return
    yield [inert_heading(column.title) for column in table.columns]
    writers = [(column.path, partial(inert, column.kind)) for column in table.columns]
    for row in table.rows:
        yield [write(row[path]) if path in row else "" for path, write in writers]


def _field(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
