"""Tables as the rows of a sheet, with cells as a workbook or a file of text gives them back."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from models import Case
from selector.files.cells import Cell
from selector.files.cells.number import fits
from selector.files.tables import Given, Settings, Table, tables

Grid = list[list[Cell]]
Kept = Callable[[Cell], Cell]


def of_workbook(cell: Cell) -> Cell:
    """A cell as a workbook keeps it: numbers are binary, and dates begin in 1900."""
    match cell:
        case Decimal():
            return float(cell) if fits(cell) else format(cell, "f")
        case date() if cell < date(1900, 3, 1):
            return cell.isoformat()
    return cell


def of_text(cell: Cell) -> Cell:
    """A cell as a file of text keeps it."""
    return cell.isoformat() if isinstance(cell, date) else None if cell is None else str(cell)


def grid(table: Table, kept: Kept = of_workbook) -> Grid:
    """The rows of a table, headings first."""
    rows: Grid
    if isinstance(table.sheet, Settings):
        values = next(table.cells())
        rows = [[column.heading, kept(cell)] for column, cell in zip(table.columns, values, strict=True)]
        return [["Setting", "Value"], *rows]
    rows = [[kept(cell) for cell in row] for row in table.cells()]
    return [[column.title for column in table.columns], *rows]


def grids(case: Case, kept: Kept = of_workbook) -> dict[str, Grid]:
    """Every table of a case by its name."""
    return {table.sheet.name: grid(table, kept) for table in tables(case)}


def given(found: dict[str, Grid]) -> Iterator[Given]:
    """Tables as they are read."""
    for name, rows in found.items():
        yield Given(name, rows)
