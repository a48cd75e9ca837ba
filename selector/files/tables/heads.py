"""What stands at the head of the columns of a table that is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from models.faults import Fault, Place, shown, suggestion
from selector.files.cells import Cell, Misread
from selector.files.cells.kind import is_blank
from selector.files.cells.text import COMMENT, as_text
from selector.files.tables.column import Column, Path, bare
from selector.files.tables.ids import Ids
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
    unknown: set[Path] = field(default_factory=set)
    """Groups of columns, one heading of which names nothing that is there."""
    doubtful: dict[int, tuple[Path, Fault]] = field(default_factory=dict)
    """Columns whose heading names nothing that is there, with its group: a fault, unless they are empty."""
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
    sheet: Sheet, name: str, number: int, cells: Sequence[Cell], ids: Callable[[str], Ids] | None = None
) -> tuple[Heads, list[Fault]]:
    """The columns that a row of headings announces, and what is wrong with them.

    ``ids`` gives those of a table; without it what the keys of wide columns name is not looked up.
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
            column = _column(sheet, text, ids)
        except _UnknownKeyError as error:
            found.doubtful[at] = (error.group, Fault("", str(error), place))
            continue
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
    faults += [
        Fault("", f"there is no column {shown(column.title)}", Place(name))
        for column in sheet.columns
        if column.required and column.path not in found.at
    ]
    return found, faults


def _titles(sheet: Sheet) -> list[str]:
    return [column.title for column in sheet.columns] + [f"{group.prefix}: " for group in sheet.wide]


class _UnknownKeyError(Misread):
    """The heading of one of a group of columns names nothing that is there."""

    def __init__(self, message: str, group: Path) -> None:
        super().__init__(message)
        self.group = group


def _column(sheet: Sheet, text: str, ids: Callable[[str], Ids] | None) -> Column | None:
    """The column that a heading means; None where it means none.

    Raises
    ------
    Misread
        if it is one of a group, and names nothing, or nothing that is there.
    """
    heading = bare(text)
    for column in sheet.columns:
        if heading in (bare(column.heading), bare(column.key)):
            return column
    for group in sheet.wide:
        for separator, name in ((":", group.heading), (".", ".".join(group.path))):
            head, apart, rest = text.partition(separator)
            if not (apart and bare(head) == bare(name) and rest.strip()):
                continue
            key = group.key.read(rest)
            if not group.points_to or ids is None:
                return group.column(key)
            known = ids(group.points_to)
            if (meant := known.resolve(key)) in known.positions:
                return group.column(meant)
            among = group.points_to.replace("_", " ")
            told = f"there is no {shown(key)} among the {among}{suggestion(key, known.positions)}"
            raise _UnknownKeyError(told, group.path)
    return None
