"""The row of headings of a table."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from selector.files.cells import Cell, Choice, Day, Flag, Number
from selector.files.tables import Column, Sheet, Table, Wide
from selector.files.workbook.book import Book
from selector.files.workbook.formats import HEADING, OPTIONAL, OWN, REQUIRED
from selector.files.workbook.limits import LAST_ROW
from selector.files.workbook.lists import drop_down
from selector.files.workbook.notes import note, wide_note

_NARROWEST, _WIDEST, _MOST_LINES = 9, 44, 6
_LINE = 15
"""Height of a line, in points."""
_BUTTON = 3
"""What the button of the filter takes of a heading's width, in letters."""
_SHORT = 24
_NOTE = {"author": "selector", "font_size": 9, "width": 320}


def write_headings(book: Book, sheet: Worksheet, table: Table, widths: Sequence[int]) -> None:
    """Write the headings with their notes, and offer what the cells below them take."""
    lines = max(_lines(column, width) for column, width in zip(table.columns, widths, strict=True))
    # Headings that people may still write, to the right of these, are not locked.
    sheet.set_row(0, _LINE * lines + 6, book.formats.of(HEADING, {"border": 0}, locked=False))
    for at, column in enumerate(table.columns):
        group = _group(table.sheet, column)
        colours = OWN if group else REQUIRED if column.required else OPTIONAL
        sheet.write_string(0, at, marked(column.title, column), book.formats.of(HEADING, colours))
        said = wide_note(group) if group else note(column)
        height = 30 + 14 * (1 + len(said) // 50 + said.count("\n"))
        sheet.write_comment(0, at, said, _NOTE | {"height": height})
        if offered := drop_down(column):
            sheet.data_validation(1, at, LAST_ROW, at, offered)


def marked(title: str, column: Column) -> str:
    """What stands above a column: a mark that readers leave aside tells what is required."""
    return f"{title} *" if column.required else title


def width(column: Column, sample: Sequence[Cell]) -> int:
    """How wide a column has to be, in letters, for its heading and for what such cells hold."""
    match column.kind:
        case Day():
            typical = 12
        case Number(money=True):
            typical = 13
        case Flag() | Number():
            typical = _NARROWEST
        case Choice():
            typical = max(len(column.kind.label(code)) for code in column.kind.codes) + 3
        case _:
            typical = 16
    title = marked(column.title, column)
    heading = max(*map(len, title.split()), len(title) // 3) + _BUTTON + 1
    if len(title) <= _SHORT and "-" in title:
        heading = max(heading, len(title) + 1)  # 2013-14 would be broken at its hyphen
    content = max((len(str(cell)) + 2 for cell in sample if cell is not None), default=0)
    return min(max(typical, heading, content), _WIDEST)


def _group(sheet: Sheet, column: Column) -> Wide | None:
    """The group of columns that a column with a key of its own belongs to."""
    return next((group for group in sheet.wide if group.path == column.path[:-1]), None)


def _lines(column: Column, width: int) -> int:
    """How many lines a heading takes, wrapped between its words."""
    lines, left = 1, width - _BUTTON
    for word in marked(column.title, column).split():
        if len(word) > left:
            lines, left = lines + 1, width - _BUTTON
        left -= len(word) + 1
    return min(lines, _MOST_LINES)
