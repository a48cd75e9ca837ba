"""A case that a command is given."""

from pathlib import Path

from models import Case
from selector import files
from selector.cli.console import note


def read_case_file(path: Path) -> Case:
    """The case in a file or folder; remarks about what was left aside go to standard error.

    Errors as of ``selector.files.read_case_file``.
    """
    return files.read_case_file(path, note)
