"""What a workbook holds."""

from models import CaseInvalid, Fault
from models.faults import Place
from selector.files.tables import COLUMNS, ROWS, Table

LAST_ROW, LAST_COLUMN = ROWS - 1, COLUMNS - 1
"""Counted from 0."""


def must_fit(table: Table) -> None:
    """Refuse a table that does not fit on a sheet.

    Raises
    ------
    CaseInvalid
        if it has too many rows or columns.
    """
    # One row is that of the headings.
    for count, most, noun in ((len(table.rows), ROWS - 1, "rows"), (len(table.columns), COLUMNS, "columns")):
        if count > most:
            raise too_large(table.sheet.name, f"{count:,} {noun}", most)


def too_large(sheet: str, found: str, most: int) -> CaseInvalid:
    """That a sheet cannot hold what it would have to."""
    told = (
        f"would have {found}, and a sheet holds {most:,}: write the case as .json or as a folder of CSV files instead"
    )
    return CaseInvalid([Fault("", told, Place(sheet))])
