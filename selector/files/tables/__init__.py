"""The case as tables: what workbooks and folders of CSV files have in common."""

from selector.files.tables.column import Column, Wide
from selector.files.tables.decode import Given, case_from
from selector.files.tables.encode import Table, tables
from selector.files.tables.layout import layout
from selector.files.tables.settings import Settings
from selector.files.tables.sheet import Sheet

__all__ = ["Column", "Given", "Settings", "Sheet", "Table", "Wide", "case_from", "layout", "tables"]
