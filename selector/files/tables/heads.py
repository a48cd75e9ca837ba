"""What stands at the head of the columns of a table that is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from models.faults import Fault, Place, shown, suggestion
from selector.files.cells import Cell, Misread
from selector.files.cells.kind import is_blank
from selector.files.cells.text import COMMENT, as_text
from selector.files.tables.column import Column, Path, bare
from selector.files.tables.place import letters
from selector.files.tables.sheet import Sheet

VALUES = 1
"""The column of a table of settings in which their values stand, counted from 0."""


@dataclass
class Heads:
    """The columns of one table, as they were found."""

    name: str
    """Of the sheet or file."""
    at: dict[Path, int] = field(default_factory=dict)
    """By path, the number of its column from 0; in a table of settings that of its row from 1."""
    columns: dict[int, Column] = field(default_factory=dict)
    nameless: list[int] = field(default_factory=list)
    """Columns without a heading, which must be empty."""
    settings: bool = False

    def place(self, number: int, path: Path = ()) -> Place:
        """The place of a row, or of its cell in the column of a path."""
        found = self.at.get(path)
        if self.settings:
            row = number or found
            return Place(self.name, f"{letters(VALUES)}{row}" if row else "", _title(self.columns.get(row or 0)))
        if found is None:
            return Place(self.name, f"{number}:{number}" if number else "")
        return Place(self.name, f"{letters(found)}{number}", _title(self.columns[found]))


def _title(column: Column | None) -> str:
    return column.heading if column else ""


def heads(
    sheet: Sheet, name: str, number: int, cells: Sequence[Cell], resolve: Callable[[str, str], str]
) -> tuple[Heads, list[Fault]]:
    """The columns that a row of headings announces, and what is wrong with them.

    ``resolve`` gives the id of a table that was meant by a name.
    """
    found = Heads(name)
    faults: list[Fault] = []
    for at, cell in enumerate(cells):
        place = Place(name, f"{letters(at)}{number}")
        if is_blank(cell):
            found.nameless.append(at)
            continue
        try:
            text = as_text(cell)
            if text.startswith(COMMENT):
                continue
            column = _column(sheet, text, resolve)
        except Misread as error:
            faults.append(Fault("", str(error), place))
            continue
        if column is None:
            near = suggestion(text, _titles(sheet)) or suggestion(bare(text), map(bare, _titles(sheet)))
            faults.append(
                Fault(
                    "", f"{shown(text)} is not a column of this sheet{near}: begin it with # to have it left out", place
                )
            )
        elif column.path in found.at:
            faults.append(Fault("", f"{shown(text)} already stands in column {letters(found.at[column.path])}", place))
        else:
            found.at[column.path] = at
            found.columns[at] = column
    for column in sheet.columns:
        if column.required and column.path not in found.at:
            faults.append(Fault("", f"there is no column {shown(column.title)}", Place(name)))
    return found, faults


def _titles(sheet: Sheet) -> list[str]:
    return [column.title for column in sheet.columns] + [f"{group.prefix}: " for group in sheet.wide]


def _column(sheet: Sheet, text: str, resolve: Callable[[str, str], str]) -> Column | None:
    """The column that a heading means; None where it means none."""
    heading = bare(text)
    for column in sheet.columns:
        if heading in (bare(column.heading), bare(column.key)):
            return column
    for group in sheet.wide:
        for separator, name in ((":", group.heading), (".", ".".join(group.path))):
            head, found, rest = text.partition(separator)
            if found and bare(head) == bare(name) and rest.strip():
                key = group.key.read(rest)
                return group.column(resolve(group.points_to, key) if group.points_to else key)
    return None
