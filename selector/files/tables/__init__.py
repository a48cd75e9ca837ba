"""The case as tables: what workbooks and folders of CSV files have in common."""

from selector.files.tables.column import Column, Wide
from selector.files.tables.decode import case_from
from selector.files.tables.encode import Table, tables
from selector.files.tables.given import Given
from selector.files.tables.layout import layout
from selector.files.tables.matching import plain
from selector.files.tables.place import COLUMNS, ROWS
from selector.files.tables.settings import Settings
from selector.files.tables.sheet import Sheet

__all__ = [
    "COLUMNS",
    "ROWS",
    "Column",
    "Given",
    "Settings",
    "Sheet",
    "Table",
    "Wide",
    "case_from",
    "layout",
    "plain",
    "tables",
]
