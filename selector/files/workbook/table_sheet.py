"""The sheet of a table: a row of headings, and the rows below it."""

from itertools import islice

from selector.files.cells.text import COMMENT
from selector.files.tables import Sheet, Table
from selector.files.tables.records import Records
from selector.files.workbook.book import Book, finish
from selector.files.workbook.cell import put
from selector.files.workbook.formats import EXAMPLE, TABS, Look
from selector.files.workbook.headings import width, write_headings
from selector.files.workbook.limits import LAST_COLUMN, LAST_ROW, must_fit

_SPARE = 30
"""So many columns to the right are free to be filled; XlsxWriter goes through each of them in every row."""
_SAMPLE = 200
"""So many rows tell how wide a column has to be."""
_FILTERED = 1000
"""So many rows below the last are filtered and sorted with it, once they are filled."""


def write_table(book: Book, table: Table, *, example: bool = False) -> None:
    """Write a table onto a sheet of its own.

    Parameters
    ----------
    example
        Whether its rows are there to be looked at only: each then begins with ``#``, and is not read.

    Raises
    ------
    CaseInvalid
        if it has more rows or columns than a sheet.
    """
    must_fit(table)
    sheet = book.add(table.sheet.name)
    sheet.set_tab_color(TABS[_is_demanded(table.sheet)])
    spare = min(len(table.columns) + _SPARE, LAST_COLUMN)
    sheet.set_column(0, spare, None, book.formats.of(locked=False))
    looks = [Look.of(book.formats, column.kind) for column in table.columns]
    shown = [Look.of(book.formats, column.kind, EXAMPLE) for column in table.columns] if example else looks
    rows = table.cells()
    sample = list(islice(rows, _SAMPLE))
    widths = [width(column, [row[at] for row in sample]) for at, column in enumerate(table.columns)]
    for at, (wide, look) in enumerate(zip(widths, looks, strict=True)):
        sheet.set_column(at, at, wide, look.value)
    write_headings(book, sheet, table, widths)
    number = 0
    for part in (sample, rows):
        for cells in part:
            number += 1
            if example:
                cells[0] = f"{COMMENT} {cells[0]}"
            for at, (cell, look) in enumerate(zip(cells, shown, strict=True)):
                if cell is not None:
                    put(sheet, number, at, cell, look, book.long_texts)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, min(number + _FILTERED, LAST_ROW), len(table.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576", "two_digit_text_year": "A1:XFD1048576"})
    finish(sheet)


def _is_demanded(sheet: Sheet) -> bool:
    """Whether a case cannot do without the sheet."""
    return isinstance(sheet, Records) and sheet.demanded
