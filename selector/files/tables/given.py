"""A table as it was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from selector.files.cells import Cell

Rows = Iterable[Sequence[Cell]]


@dataclass(frozen=True)
class Given:
    """A table as it was found: a sheet of a workbook, or a file of a folder."""

    name: str
    rows: Rows = field(repr=False)
    """From the first on, blank ones too, so that their numbers are those that people see."""
