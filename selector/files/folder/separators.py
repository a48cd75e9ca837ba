"""What stands between the cells of a CSV file: spreadsheets write semicolons where commas are decimal points."""

import re

from selector.files.cells.text import COMMENT
from selector.files.folder.csv_rows import NotCsvError, csv_rows
from selector.files.tables import Settings, Sheet
from selector.files.tables.column import bare

SEPARATORS = (",", ";", "\t")

_STATED = re.compile(r"sep=([,;\t])\n", re.IGNORECASE)
_LONGEST = 1 << 20
"""A row of headings is no longer."""


def separator(text: str, sheet: Sheet) -> tuple[str, str]:
    """What separates cells, and the text without the line in which spreadsheets state it.

    It is what makes most headings of the table out of the first row; commas where none makes any.
    """
    if stated := _STATED.match(text):
        return stated[1], text[stated.end() :]
    start = text[: len(text) - len(text.lstrip("\n")) + _LONGEST].lstrip("\n")
    return max(SEPARATORS, key=lambda each: _known(start, each, sheet)), text


def _known(text: str, separator: str, sheet: Sheet) -> int:
    try:
        cells = next(csv_rows(text, separator), [])
    except NotCsvError:
        return 0
    heads = {bare(cell) for cell in cells if cell.strip() and not cell.startswith(COMMENT)}
    if isinstance(sheet, Settings):
        return len(heads & {"setting", "value"}) or (len(cells) > 1 and bare(cells[0]) in _settings(sheet))
    of_groups = sum(cell.partition(":")[1] != "" for cell in cells if _is_of_group(cell, sheet))
    return (
        len(heads & {name for column in sheet.columns for name in (bare(column.heading), bare(column.key))}) + of_groups
    )


def _settings(sheet: Sheet) -> set[str]:
    return {bare(column.heading) for column in sheet.columns}


def _is_of_group(cell: str, sheet: Sheet) -> bool:
    return bare(cell.partition(":")[0]) in {bare(group.heading) for group in sheet.wide}
