"""From a case to its tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from models import Case
from selector.files.cells import Cell
from selector.files.tables.column import Column
from selector.files.tables.layout import layout
from selector.files.tables.settings import Settings
from selector.files.tables.sheet import Row, Sheet


@dataclass(frozen=True)
class Table:
    """A table with what a case fills it with."""

    sheet: Sheet
    columns: tuple[Column, ...]
    """Those of the sheet, and one for each key of its wide columns; a setting is a column too."""
    rows: tuple[Row, ...]
    """By the path of its column, what each cell holds, as JSON has it; blank cells are left out."""

    def cells(self) -> Iterator[list[Cell]]:
        """The rows as cells, one for each column; numbers are exact, dates dates."""
        for row in self.rows:
            yield [column.kind.write(row[column.path]) if column.path in row else None for column in self.columns]


def tables(case: Case) -> Iterator[Table]:
    """Every table of a case, empty ones too, in the order of the layout."""
    document = case.model_dump(mode="json")
    for sheet in layout():
        rows = tuple(sheet.rows(document))
        yield Table(sheet, (*sheet.columns, *_wide(sheet, rows)), rows)


def _wide(sheet: Sheet, rows: tuple[Row, ...]) -> Iterator[Column]:
    if isinstance(sheet, Settings):
        return
    known = {column.path for column in sheet.columns}
    for group in sheet.wide:
        keys = {path[-1]: None for row in rows for path in row if path not in known and path[:-1] == group.path}
        for key in sorted(keys) if group.points_to == "" else keys:
            yield group.column(key)
