"""The paper as an Excel workbook: its tables, each on a sheet, with figures as numbers to the last digit."""

import io
from datetime import datetime
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from selector.files.cells.number import fits
from selector.files.workbook.formats import Formats
from selector.report.blocks import Bullets, Cell, Code, Column, Exact, Group, Paragraph, Table
from selector.report.colours import ACCENT, BAD, LINE, PAPER
from selector.report.paper import Paper, Section
from selector.report.shown import Unit
from selector.report.text import Figure, plain
from selector.report.xlsx.heights import height, upright

_OPTIONS: dict[str, Any] = {
    # Text is text, whatever it looks like.
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}
_LONGEST = 32_767
_RUN = ("=", "+", "-", "@", "'", "\t")
_HEAD = {"bold": True, "bg_color": ACCENT, "font_color": PAPER, "text_wrap": True, "valign": "top", "border": 1}
_WRAP = {"text_wrap": True, "valign": "top"}
_NUMBERS: dict[Unit, str] = {
    "£": "#,##0.00",
    "£ a year": "#,##0.00",
    "points": "0.000",
    "share": "0.0###%",
    "WTE": "#,##0.0##",
}
_NAME, _WIDE = "Summary", 110.0


def book(paper: Paper) -> bytes:
    """A paper as a workbook; like papers give like bytes."""
    made = io.BytesIO()
    with Workbook(made, _OPTIONS) as workbook:
        workbook.set_properties({"title": f"{paper.name}: {plain(paper.title)}", "created": datetime(paper.year, 1, 1)})
        workbook.set_size(2400, 1500)
        writer = _Writer(workbook)
        writer.summary(paper)
        for section in paper.all_sections():
            for block in section.blocks:
                if isinstance(block, Table) and block.sheet:
                    writer.table(block, paper.marking)
    return made.getvalue()


class _Writer:
    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._formats = Formats(book)

    def summary(self, paper: Paper) -> None:
        """What the paper says in words, a line a row; its tables stand on sheets of their own."""
        sheet = self._book.add_worksheet(_NAME)
        sheet.set_column(0, 0, _WIDE)
        sheet.hide_gridlines(2)
        title = f"{paper.name}: {plain(paper.title)}"
        sheet.set_row(0, height([(title * 2, _WIDE)]) or 24)  # in print of nearly twice the size
        self._text(sheet, 0, 0, title, {"bold": True, "font_size": 16, **_WRAP})
        self._text(sheet, 1, 0, paper.marking, {"bold": True, "font_color": BAD})
        row = 3
        for section in paper.sections:
            row = self._words(sheet, row, section)
        self._print(sheet, paper.marking)

    def _words(self, sheet: Worksheet, row: int, section: Section) -> int:
        lines = [plain(block.text) for block in section.blocks if isinstance(block, Paragraph)]
        lines += [f"• {plain(item)}" for block in section.blocks if isinstance(block, Bullets) for item in block.items]
        if not lines:
            return row
        self._text(sheet, row, 0, plain(section.title), {"bold": True, "font_size": 12, "font_color": ACCENT})
        for line in lines:
            row += 1
            sheet.set_row(row, height([(line, _WIDE)]))
            self._text(sheet, row, 0, line, _WRAP)
        return row + 2

    def table(self, table: Table, marking: str) -> None:
        """A table on a sheet, with a heading that stays and can be filtered by."""
        sheet = self._book.add_worksheet(table.sheet)
        titles = [plain(column.title) or "What" for column in table.columns]
        widths = [_width(table, at, column) for at, column in enumerate(table.columns)]
        for at, (title, column) in enumerate(zip(titles, table.columns, strict=True)):
            self._text(sheet, 0, at, title, {**_HEAD, "rotation": 90 if column.turned else 0})
            sheet.set_column(at, at, widths[at])
        turned = [title for title, column in zip(titles, table.columns, strict=True) if column.turned]
        sheet.set_row(0, upright(turned) if turned else height(zip(titles, widths, strict=True)))
        for row, cells in enumerate(table.rows, 1):
            if isinstance(cells, Group):
                self._text(sheet, row, 0, plain(cells.title), {"bold": True})
                continue
            sheet.set_row(row, height((_shown(cell), width) for cell, width in zip(cells, widths, strict=True)))
            for at, cell in enumerate(cells):
                self._cell(sheet, row, at, cell)
        sheet.freeze_panes(1, 1)
        if table.rows and not any(isinstance(row, Group) for row in table.rows):
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        sheet.repeat_rows(0)
        self._print(sheet, marking)

    def _cell(self, sheet: Worksheet, row: int, at: int, cell: Cell) -> None:
        match cell:
            case None:
                return
            case Figure(value, unit):
                self._number(sheet, row, at, value, unit)
            case Exact(figure):
                self._text(sheet, row, at, figure.exact(), {"align": "right", "valign": "top"})
            case Code(letters, colour, _):
                self._text(
                    sheet,
                    row,
                    at,
                    letters,
                    {"bg_color": colour, "align": "center", "valign": "vcenter", "border": 1, "border_color": LINE},
                )
            case _:
                # Words beside a column of figures keep their distance from them.
                self._text(sheet, row, at, plain(cell), {**_WRAP, "indent": 1})

    def _number(self, sheet: Worksheet, row: int, at: int, value: Decimal, unit: Unit) -> None:
        shape = self._formats.of(
            {"num_format": _NUMBERS.get(unit, "#,##0.###" if value != int(value) else "#,##0"), "valign": "top"}
        )
        if fits(value):
            sheet.write_number(row, at, float(value), shape)
        else:  # more digits than a spreadsheet holds
            self._text(sheet, row, at, format(value, "f"), {"align": "right", "valign": "top"})

    def _text(self, sheet: Worksheet, row: int, at: int, text: str, shape: dict[str, Any]) -> None:
        quoted = {"quote_prefix": True} if text.startswith(_RUN) else {}
        short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        sheet.write_string(row, at, short, self._formats.of(shape, quoted))

    @staticmethod
    def _print(sheet: Worksheet, marking: str) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{marking.replace('&', '&&')}&C&A&RPage &P of &N")


def _width(table: Table, at: int, column: Column) -> float:
    if column.turned:
        return 5.0
    found = [len(_shown(row[at])) for row in table.rows[:500] if not isinstance(row, Group)]
    widest = max([*found, len(plain(column.title)) if not column.figures else 10])
    return float(min(max(widest * 1.2 + 2, 9), 70))


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Figure(value):
            return f"{value:,.2f}"
        case Exact(figure):
            return figure.exact()
        case Code(letters):
            return letters
    return plain(cell)
