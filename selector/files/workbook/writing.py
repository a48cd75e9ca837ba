"""A case written as a workbook."""

from pathlib import Path

from models import Case
from selector.files.cells import Text
from selector.files.tables import Settings, tables
from selector.files.workbook.book import Book, written
from selector.files.workbook.cell import put_text
from selector.files.workbook.formats import HEADING, OPTIONAL, Look
from selector.files.workbook.guide import write_guide
from selector.files.workbook.limits import LAST_ROW, too_large
from selector.files.workbook.long_texts import HEADINGS, LONG_TEXTS
from selector.files.workbook.settings_sheet import write_settings
from selector.files.workbook.table_sheet import write_table


def write_workbook(path: Path, case: Case) -> None:
    """Write a case as an Excel workbook, such that it is read back without a change; the same case gives the same bytes.

    Raises
    ------
    CaseInvalid
        if a table has more rows or columns than a sheet of a workbook.
    OSError
        if it cannot be written.
    """
    with written(path) as book:
        write_guide(book)
        for table in tables(case):
            if isinstance(table.sheet, Settings):
                write_settings(book, table)
            else:
                write_table(book, table)
        write_long_texts(book)


def write_long_texts(book: Book) -> None:
    """Write the sheet of the texts that are too long for a cell, if there are any.

    Raises
    ------
    CaseInvalid
        if they do not fit on a sheet.
    """
    if not book.long_texts:
        return
    sheet = book.add(LONG_TEXTS)
    sheet.set_row(0, 21)
    for at, (title, width) in enumerate(zip(HEADINGS, (12, 8, 120), strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, title, book.formats.of(HEADING, OPTIONAL))
    look = Look.of(book.formats, Text())
    for number, (text, part, content) in enumerate(book.long_texts.rows(), start=1):
        if number > LAST_ROW:
            raise too_large(LONG_TEXTS, "more parts of texts", LAST_ROW)
        sheet.write_number(number, 0, text)
        sheet.write_number(number, 1, part)
        put_text(sheet, number, 2, content, look)
    sheet.freeze_panes(1, 1)
