"""The table of settings, a name and its value in a row."""

from models.faults import Fault, Place, shown, suggestion
from selector.files.cells import Misread
from selector.files.cells.kind import is_blank
from selector.files.cells.text import COMMENT, as_text
from selector.files.tables.column import Column, Path, bare
from selector.files.tables.draft import Draft
from selector.files.tables.given import Given
from selector.files.tables.heads import VALUES, Heads
from selector.files.tables.settings import Settings


def read_settings(draft: Draft, sheet: Settings, given: Given) -> None:
    """Take over the settings that a table states, and what is wrong with them."""
    found = Heads(given.name, settings=True)
    draft.heads[sheet.name] = found
    known = {bare(name): column for column in sheet.columns for name in (column.key.replace(".", " "), column.heading)}
    blank: dict[Path, Column] = {column.path: column for column in sheet.columns}
    for number, cells in enumerate(given.rows, start=1):
        label = cells[0] if cells else None
        place = Place(given.name, f"A{number}")
        if is_blank(label):
            if not is_blank(cell := cells[VALUES] if len(cells) > VALUES else None):
                told = f"{shown(str(cell))} stands beside no setting: write its name, or # to have it left out"
                draft.faults.append(Fault("", told, place))
            continue
        if not found.at and bare(str(label)) == "setting":
            continue
        try:
            text = as_text(label)
            if text.startswith(COMMENT):
                continue
        except Misread as error:
            draft.faults.append(Fault("", str(error), place))
            continue
        column = known.get(bare(text.replace(".", " ")))
        if column is None:
            near = suggestion(bare(text), [bare(each.heading) for each in sheet.columns])
            draft.faults.append(
                Fault("", f"{shown(text)} is not a setting{near}: begin it with # to have it left out", place)
            )
            continue
        if column.path in found.at:
            draft.faults.append(Fault("", f"{shown(text)} already stands in row {found.at[column.path]}", place))
            continue
        found.at[column.path] = number
        found.columns[number] = column
        cell = cells[VALUES] if len(cells) > VALUES else None
        if is_blank(cell):
            continue
        blank.pop(column.path, None)
        try:
            sheet.add(draft, {column.path: column.kind.read(cell)}, number)
        except Misread as error:
            draft.fault(sheet, number, column.path, str(error))
            sheet.add(draft, {column.path: str(cell)}, number)
    for column in blank.values():
        if column.required:
            told = "is missing" if column.path in found.at else f"there is no row {shown(column.heading)}"
            draft.faults.append(Fault("/" + "/".join(column.path), told, found.place(0, column.path)))
