"""The blank workbook: every table with its headings, and an invented procurement to look at."""

import pathlib
from dataclasses import replace
from importlib import resources

from models import Case, read_case
from selector.files.tables import Settings, tables
from selector.files.tables.column import Path
from selector.files.workbook.book import written
from selector.files.workbook.guide import write_guide
from selector.files.workbook.settings_sheet import write_settings
from selector.files.workbook.table_sheet import write_table

_FILLED_IN: tuple[Path, ...] = (("format",), ("currency",))
"""Settings that have one value only."""


def write_template(path: pathlib.Path) -> None:
    """Write a workbook to fill in.

    Its example rows begin with ``#`` and are not read; without that mark they are the case of ``example``.

    Raises
    ------
    OSError
        if it cannot be written.
    """
    with written(path) as book:
        write_guide(book)
        for table in tables(example()):
            if isinstance(table.sheet, Settings):
                stated = table.rows[0]
                own = {key: value for key, value in stated.items() if key in _FILLED_IN}
                write_settings(book, replace(table, rows=(own,)), examples=stated)
            else:
                write_table(book, table, example=True)


def example() -> Case:
    """The procurement of the example rows: small, invented, and with something in every table."""
    text = resources.files("selector.files.workbook").joinpath("example.json").read_bytes()
    return read_case(text)
