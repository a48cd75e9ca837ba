"""A good workbook, and cells of it by the headings that people read."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from models import Case, CaseInvalid, Fault, read_case
from selector.files.tables.column import bare
from selector.files.workbook.reading import read_workbook
from selector.files.workbook.writing import write_workbook

_EXAMPLE = Path(__file__).parents[2] / "examples" / "two-boards.json"


def good_case() -> Case:
    """The example of two boards, with more kinds of cells in use."""
    document = json.loads(_EXAMPLE.read_text(encoding="utf-8"))
    document["buyers"][0] |= {"area": "Hills", "vetoes": ["analytics"]}
    document["bids"][0] |= {"indexation": "0.025", "start": "2013-04-01", "price": "200000.50", "price_basis": "year"}
    document["bids"][1] |= {"form": "agreement", "term_years": 1}
    document["rules"] = [
        {
            "id": "two",
            "metric": "winners",
            "lots": {"services": ["care"]},
            "sense": "at_most",
            "limit": 2,
            "active": False,
        }
    ]
    return read_case(json.dumps(document))


def good_workbook(path: Path) -> None:
    """Write that case, without the tables that it does not need, so that copies of it are soon made."""
    write_workbook(path, good_case())
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        if sheet.max_row == 1 and sheet.title != "Mergers":
            book.remove(sheet)
    book.save(path)


class Spoilt:
    """A copy of the good workbook that is being spoilt."""

    def __init__(self, good: Path, path: Path) -> None:
        self.book: Workbook = openpyxl.load_workbook(good)
        self.path = path

    def __getitem__(self, sheet: str) -> Worksheet:
        return self.book[sheet]

    def cell(self, sheet: str, heading: str, row: int) -> Cell:
        """The cell of a row under a heading."""
        return next(
            cell
            for cell in self.book[sheet][row]
            if bare(str(self.book[sheet].cell(1, cell.column).value)) == bare(heading)
        )

    def setting(self, heading: str) -> Cell:
        """The value of a setting."""
        return next(row[1] for row in self.book["Case"].iter_rows() if bare(str(row[0].value)) == bare(heading))

    def put(self, sheet: str, heading: str, row: int, value: Any, number_format: str = "") -> None:
        """Type something into a cell."""
        self.type(self.cell(sheet, heading, row), value, number_format)

    @staticmethod
    def type(cell: Cell, value: Any, number_format: str = "") -> None:
        """Type something into a cell, as it is even where a spreadsheet would take it for a formula."""
        cell.value = value
        if number_format:
            cell.number_format = number_format

    def read(self) -> tuple[Case, list[str]]:
        """What the workbook is now."""
        self.book.save(self.path)
        return read_workbook(self.path)

    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with it now."""
        try:
            self.read()
        except CaseInvalid as error:
            return error.faults
        return ()


def shown(faults: Iterable[Fault]) -> list[str]:
    """Faults as people see them."""
    return [str(fault) for fault in faults]
