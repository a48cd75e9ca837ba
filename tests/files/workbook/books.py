"""Workbooks as others see them."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl

ROOT = Path(__file__).parents[3]
TWO_BOARDS = ROOT / "examples" / "two-boards.json"


def opened(path: Path) -> Any:
    """A workbook as openpyxl has it, with its formats and notes."""
    return openpyxl.load_workbook(path)


def headings(sheet: Any) -> dict[str, Any]:
    """The cells of the first row by what they say."""
    return {cell.value: cell for cell in sheet[1] if cell.value is not None}


def column_of(sheet: Any, number: int) -> Any:
    """The width and formats of a column, counted from 1; like neighbours share them."""
    return next(each for each in sheet.column_dimensions.values() if each.min <= number <= each.max)


def parts(path: Path) -> dict[str, bytes]:
    """The files that a workbook is made of."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
