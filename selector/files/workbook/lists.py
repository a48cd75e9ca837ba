"""Drop-down lists: words to choose from, and the ids of other sheets."""

from functools import cache
from typing import Any

from xlsxwriter import Workbook

from selector.files.cells import Choice, Flag, Listing
from selector.files.tables import Column, Sheet, layout
from selector.files.tables.place import letters

ID = ("id",)


@cache
def sheet_of_ids(table: str) -> Sheet:
    """The sheet that holds the ids of a table of the case."""
    return next(sheet for sheet in layout() if getattr(sheet, "at", ()) == (table,))


def name_the_ids(book: Workbook) -> None:
    """Define a name for the ids of each sheet that others point to, for their drop-down lists."""
    tables = {column.points_to for sheet in layout() for column in sheet.columns if column.points_to}
    for table in sorted(tables):
        sheet = sheet_of_ids(table)
        letter = letters(next(at for at, column in enumerate(sheet.columns) if column.path == ID))
        ids = f"'{sheet.name}'!${letter}:${letter}"
        # Anchored to the heading, which is locked: any other row may be deleted. Example rows, at the top, are no ids.
        examples = f'COUNTIF({ids},"#*")'
        book.define_name(
            _name(table),
            f"=OFFSET('{sheet.name}'!${letter}$1,1+{examples},0,MAX(1,COUNTA({ids})-1-{examples}),1)",
        )


def drop_down(column: Column) -> dict[str, Any] | None:
    """The list that a column's cells offer, as XlsxWriter takes it; None where they offer none.

    Cells with several entries offer none, as Excel would take one entry only. Ids may be written before the row that
    has them, and in other capitals: there Excel asks, and does not refuse.
    """
    if isinstance(column.kind, Listing):
        return None
    if column.points_to:
        sheet = sheet_of_ids(column.points_to).name
        return {
            "validate": "list",
            "source": f"={_name(column.points_to)}",
            "error_type": "warning",
            "error_title": "Not an id so far",
            "error_message": f"The sheet {sheet} has no such id yet.",
        }
    words = _words(column)
    if not words:
        return None
    return {
        "validate": "list",
        "source": words,
        "error_title": "Please choose from the list",
        "error_message": f"{column.heading}: one of those in the list, or nothing.",
    }


def _words(column: Column) -> list[str]:
    match column.kind:
        case Choice():
            return [column.kind.label(code) for code in column.kind.codes]
        case Flag():
            return ["yes", "no"]
    return []


def _name(table: str) -> str:
    return f"ids_of_{table}"
