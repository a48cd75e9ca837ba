"""One cell of a workbook."""

from datetime import date
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from selector.files.cells import Cell
from selector.files.cells.number import fits
from selector.files.workbook.formats import Look
from selector.files.workbook.long_texts import LongTexts

_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel's calendar has a day that never was."""

_RUN = ("=", "+", "-", "@", "'")
"""What Excel takes for the beginning of a formula when a text is typed in; an apostrophe it takes away."""


def put(sheet: Worksheet, row: int, column: int, cell: Cell, look: Look, long_texts: LongTexts) -> None:
    """Write a cell that is not blank, counted from 0, so that a reader finds it to the last digit and letter.

    Raises
    ------
    TypeError
        if it is of a type that no kind of cell writes.
    """
    match cell:
        case str():
            put_text(sheet, row, column, long_texts.short(cell), look)
        case Decimal() if fits(cell):
            sheet.write_number(row, column, float(cell), look.value)
        case Decimal():
            put_text(sheet, row, column, format(cell, "f"), look)
        case date() if cell >= _FIRST_DAY:
            sheet.write_datetime(row, column, cell, look.value)
        case date():
            put_text(sheet, row, column, cell.isoformat(), look)
        case _:
            raise TypeError(f"{cell!r} is not what a cell is written from")


def put_text(sheet: Worksheet, row: int, column: int, text: str, look: Look) -> None:
    """Write a text that is short enough for a cell, and never run."""
    sheet.write_string(row, column, text, look.quoted if text.startswith(_RUN) else look.text)
