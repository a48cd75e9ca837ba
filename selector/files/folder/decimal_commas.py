"""Numbers of files whose cells are apart by semicolons: there commas are decimal points."""

import re
from collections.abc import Iterator

from models.faults import shown
from selector.files.cells import Cell, Number
from selector.files.cells.kind import Unreadable
from selector.files.tables import Column, Settings, Sheet
from selector.files.tables.column import bare
from selector.files.tables.heads import VALUES, heads

_EITHER = re.compile(r"[^0-9]*[1-9][0-9]{0,2}[.,][0-9]{3}[^0-9]*")
_COMMA = re.compile(r"([^0-9]*[0-9]+(?:\.[0-9]{3})*),([0-9]+[^0-9]*)")


def with_points(rows: Iterator[list[Cell]], sheet: Sheet) -> Iterator[list[Cell]]:
    """The rows of a table with points for decimal commas; what may be either is not readable."""
    numbers: set[int] | None = None
    settings = {bare(column.heading): column for column in sheet.columns}
    for cells in rows:
        if isinstance(sheet, Settings):
            column = settings.get(bare(str(cells[0]))) if cells else None
            numbers = {VALUES} if column and isinstance(column.kind, Number) else set()
        elif numbers is None and any(str(cell).strip() for cell in cells):
            found, _ = heads(sheet, "", 0, cells)
            numbers = {at for at, column in found.columns.items() if _is_number(column)}
            yield cells
            continue
        yield [_point(cell) if at in (numbers or ()) else cell for at, cell in enumerate(cells)]


def _is_number(column: Column) -> bool:
    return isinstance(column.kind, Number)


def _point(cell: Cell) -> Cell:
    if not isinstance(cell, str) or not ("," in cell or "." in cell):
        return cell
    if _EITHER.fullmatch(cell):
        plain = cell.replace(",", "").replace(".", "")
        return Unreadable(
            f"{shown(cell)} may be {plain} or {cell.replace(',', '.')}, as cells are apart by semicolons: write {plain}, "
            f"or {cell.replace(',', '.')}0"
        )
    found = _COMMA.fullmatch(cell)
    return f"{found[1].replace('.', '')}.{found[2]}" if found else cell
