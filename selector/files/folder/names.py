"""What the files of a folder are, by their names."""

from pathlib import PurePath

from selector.files.tables import Sheet, layout
from selector.files.tables.column import bare

CSV = ".csv"


def is_csv(name: str) -> bool:
    """Whether a file is one of text with separators."""
    return PurePath(name).suffix.lower() == CSV


def is_left_aside(name: str) -> bool:
    """Whether nothing is to be said of a file: it is hidden, belongs to a program, or begins with #."""
    return name.startswith((".", "~$", "#"))


def table_of(name: str) -> Sheet | None:
    """The table that a file holds; None where it holds none."""
    if not is_csv(name):
        return None
    plain = bare(PurePath(name).stem.replace("-", " "))
    return next((sheet for sheet in layout() if bare(sheet.name) == plain), None)
