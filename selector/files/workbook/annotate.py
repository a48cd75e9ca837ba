"""A copy of a workbook in which the cells that have faults are marked, and the faults are listed."""

import io
import warnings
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from models import Fault
from models.faults import Place
from selector.files.workbook.fault_list import FAULTS, list_faults
from selector.files.workbook.guard import guarded
from selector.files.workbook.refusal import AGAIN, refusal
from selector.files.writing import in_place

MOST_CELLS = 1_000_000
"""Cells of a workbook that is copied: every one of them is built."""

_SIGN = "selector check:"
"""What our part of a comment begins with, so that a later copy can take it away."""
_COLOUR = "FFFFC7CE"
_FILL = PatternFill("solid", start_color=_COLOUR, end_color=_COLOUR)
_LONGEST_COMMENT = 4_000


def annotate(source: Path, target: Path, faults: Sequence[Fault]) -> None:
    """Write a copy of a workbook, its formats and formulas kept, in which faults are marked and listed.

    A cell at fault is coloured and commented; a fault of a row stands on its first cell, one of a sheet on its first. The
    list is a sheet of its own, which readers leave aside, so that the copy can be mended and read. Marks of an earlier
    copy go.

    Raises
    ------
    CaseInvalid
        if the source is no workbook that is read, or too large to be copied so.
    OSError
        if the copy cannot be written.
    """
    guard = guarded(source)
    damaged = refusal(f"{source.name} cannot be copied: {AGAIN}")
    try:
        merged = _merged(guard.content)
    except CalamineError:
        raise damaged from None
    if sum(sweep.cells for sweep in guard.sweeps.values()) + merged > MOST_CELLS:
        raise refusal(
            f"{source.name} has more than {MOST_CELLS:,} cells, too many to be copied with marks: "
            "without --annotate every fault is listed with its sheet and cell"
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not copy, such as the newest kinds of charts
            book = openpyxl.load_workbook(io.BytesIO(guard.content), keep_links=False, rich_text=True)
            _clean(book)
            for (sheet, cell), messages in _by_cell(book, faults).items():
                _mark(_writable(book[sheet], cell), messages)
            list_faults(book, faults)
            with in_place(target) as file:
                book.save(file)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError):
        raise damaged from None


def _merged(content: bytes) -> int:
    """How many cells are merged with another: each of them is built too."""
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        areas = [area for name in names for area in book.get_sheet_by_name(name).merged_cell_ranges or ()]
    return sum((bottom - top + 1) * (right - left + 1) for (top, left), (bottom, right) in areas)


def _by_cell(book: Workbook, faults: Sequence[Fault]) -> dict[tuple[str, str], list[str]]:
    """The messages of each cell of a sheet that is there."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fault in faults:
        if fault.place is not None and fault.place.sheet in book.sheetnames:
            found[fault.place.sheet, cell_of(fault.place)].append(fault.message)
    return found


def cell_of(place: Place) -> str:
    """The cell that a fault is shown on: that of the place, the first of its row, or the first of its sheet."""
    first, row, _ = place.cell.partition(":")
    return f"A{first}" if row else first or "A1"


def _writable(sheet: Worksheet, cell: str) -> Cell:
    found = sheet[cell]
    if isinstance(found, MergedCell):
        area = next(area for area in sheet.merged_cells.ranges if cell in area)
        found = sheet.cell(area.min_row, area.min_col)
    return found


def _mark(cell: Cell, messages: Sequence[str]) -> None:
    cell.fill = _FILL
    said = "\n".join([_SIGN, *messages])[:_LONGEST_COMMENT]
    before = f"{cell.comment.text}\n\n" if cell.comment else ""
    comment = Comment(before + said, "selector")
    comment.width, comment.height = 320, 60 + 18 * (len(before + said) // 45 + len(messages))
    cell.comment = comment


def _clean(book: Workbook) -> None:
    """Take away what an earlier copy was marked with."""
    if FAULTS in book.sheetnames:
        del book[FAULTS]
    for sheet in book.worksheets:
        # To go through its rows would make a cell of every place between two that are far apart.
        for cell in sheet._cells.values():  # no public way
            if cell.comment is None or _SIGN not in cell.comment.text:
                continue
            before = cell.comment.text.partition(_SIGN)[0].rstrip()
            cell.comment = Comment(before, cell.comment.author) if before else None
            if cell.fill.fill_type == "solid" and cell.fill.start_color.rgb == _COLOUR:
                cell.fill = PatternFill()
