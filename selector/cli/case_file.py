"""A case that a command is given."""

from pathlib import Path

from models import Case, Evaluation
from selector import files
from selector.cli.console import note
from selector.files import read_award_file
from selector.scenarios import under


def read_case_file(path: Path) -> Case:
    """The case in a file or folder; remarks about what was left aside go to standard error.

    Errors as of ``selector.files.read_case_file``.
    """
    return files.read_case_file(path, note)


def read_case_and_award(case: Path, award: Path | None) -> tuple[Case, Evaluation | None]:
    """The case in a file or folder, under the scenario that the award names, and the award, where there is a file of it.

    Errors as of ``selector.files.read_case_file`` and ``read_award_file``, and as of ``selector.scenarios.under``.
    """
    read = read_case_file(case)
    if award is None:
        return read, None
    known = read_award_file(award)
    scenario = known.provenance.scenario
    return (read if scenario is None else under(read, scenario)), known
