"""The sheet that lists the faults of a workbook."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from models import Fault
from selector.files.cells.text import COMMENT

FAULTS = f"{COMMENT} Faults"
"""The sheet, which readers leave aside as its name begins so."""

_HEADINGS = {"No.": 6, "Sheet": 22, "Cell": 10, "Heading": 28, "What is wrong": 110}
_NONE = "No faults."


def list_faults(book: Workbook, faults: Sequence[Fault]) -> None:
    """Write the faults onto a new first sheet, each with a link to its cell."""
    sheet = book.create_sheet(FAULTS, 0)
    for at, (heading, width) in enumerate(_HEADINGS.items(), start=1):
        cell = _put(sheet, 1, at, heading)
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    for number, fault in enumerate(faults, start=1):
        row = number + 1
        sheet.cell(row, 1, number)
        if fault.place is not None:
            _put(sheet, row, 2, fault.place.sheet)
            _link(_put(sheet, row, 3, fault.place.cell or "whole sheet"), fault.place.sheet, fault.place.cell, book)
            _put(sheet, row, 4, fault.place.heading)
        _put(sheet, row, 5, fault.message).alignment = Alignment(wrap_text=True, vertical="top")
    if not faults:
        _put(sheet, 2, 5, _NONE)
    sheet.freeze_panes = "A2"
    book.active = 0
    for each in book.worksheets:
        each.sheet_view.tabSelected = each is sheet


def _put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write text that no spreadsheet takes for a formula."""
    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    cell.alignment = Alignment(vertical="top")
    return cell


def _link(cell: Cell, sheet: str, target: str, book: Workbook) -> None:
    if sheet not in book.sheetnames:
        return
    quoted = sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{target or 'A1'}")
    cell.font = Font(color="FF0563C1", underline="single")
