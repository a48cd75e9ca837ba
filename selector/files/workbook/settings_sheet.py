"""The sheet of what the case states once: a row for each setting."""

from collections.abc import Mapping
from typing import Any

from selector.files.cells import Cell
from selector.files.tables import Table
from selector.files.tables.column import Path
from selector.files.workbook.book import Book, finish
from selector.files.workbook.cell import put
from selector.files.workbook.formats import EXAMPLE, HEADING, OPTIONAL, QUIET, REQUIRED, TABS, Look
from selector.files.workbook.headings import marked
from selector.files.workbook.lists import drop_down
from selector.files.workbook.notes import meaning

_WIDTHS = {"Setting": 34, "Value": 42, "Unit": 18, "Meaning": 90, "Example": 42}
_VALUE, _UNIT, _MEANING, _EXAMPLE = 1, 2, 3, 4
_LINE = 15
"""Height of a line, in points."""
_MOST_LINES = 12
_SHOWN = {"valign": "top", "align": "left", "indent": 1, "text_wrap": True}
_TO_FILL = _SHOWN | {"border": 1, "border_color": "#BFBFBF"}


def write_settings(book: Book, table: Table, examples: Mapping[Path, Any] | None = None) -> None:
    """Write the settings onto a sheet of their own.

    Parameters
    ----------
    examples
        Values to be looked at only, by the paths of the settings, in a column of their own.
    """
    sheet = book.add(table.sheet.name)
    sheet.set_tab_color(TABS[True])
    of = book.formats.of
    sheet.set_row(0, 21)
    for at, (title, width) in enumerate(_WIDTHS.items()):
        if at == _EXAMPLE and examples is None:
            continue
        sheet.set_column(at, at, width, of(locked=False))
        sheet.write_string(0, at, title, of(HEADING, REQUIRED if at <= _VALUE else OPTIONAL))
    row = next(iter(table.rows), {})
    for number, column in enumerate(table.columns, start=1):
        said = meaning(column)
        value = column.kind.write(row[column.path]) if column.path in row else None
        shown = column.kind.write(examples[column.path]) if examples and column.path in examples else None
        lines = max(_lines(said, "Meaning"), _lines(value, "Value"), _lines(shown, "Example"))
        sheet.set_row(number, _LINE * min(lines, _MOST_LINES))
        name = marked(column.heading, column)
        sheet.write_string(number, 0, name, of(HEADING, REQUIRED if column.required else OPTIONAL))
        look = Look.of(book.formats, column.kind, _TO_FILL)
        if value is None:
            sheet.write_blank(number, _VALUE, None, look.value)
        else:
            put(sheet, number, _VALUE, value, look, book.long_texts)
        sheet.write_string(number, _UNIT, column.unit, of(QUIET, valign="top", indent=1))
        sheet.write_string(number, _MEANING, said, of(valign="top", text_wrap=True))
        if shown is not None:
            put(sheet, number, _EXAMPLE, shown, Look.of(book.formats, column.kind, EXAMPLE, _SHOWN), book.long_texts)
        if offered := drop_down(column):
            sheet.data_validation(number, _VALUE, number, _VALUE, offered)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    finish(sheet)


def _lines(cell: Cell, title: str) -> int:
    """How many lines a cell takes in the column of this title."""
    letters = _WIDTHS[title] * 11 // 10  # most are narrower than the digit that widths are measured in
    return sum(1 + len(line) // letters for line in str(cell or "").splitlines()) or 1
