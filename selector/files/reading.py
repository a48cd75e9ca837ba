"""Reading cases and awards from files."""

from pathlib import Path

from models import AwardInvalid, Case, CaseInvalid, Evaluation, Fault, read_award, read_case

MOST_BYTES = 1 << 30
"""Largest file that is read."""


def read_case_file(path: Path) -> Case:
    """The case in a JSON file.

    Raises
    ------
    CaseInvalid
        if the file cannot be read, or its case has faults.
    """
    if path.suffix.lower() in (".xlsx", ".xls", ".xlsm", ".ods", ".csv"):
        raise CaseInvalid([Fault("", f"{path.name} is a {path.suffix} file: this version reads cases as .json")])
    content = _content(path)
    if isinstance(content, Fault):
        raise CaseInvalid([content])
    return read_case(content)


def read_award_file(path: Path) -> Evaluation:
    """The evaluation in an ``award.json``.

    Raises
    ------
    AwardInvalid
        if the file cannot be read, or holds no evaluation.
    """
    content = _content(path)
    if isinstance(content, Fault):
        raise AwardInvalid([content])
    return read_award(content)


def _content(path: Path) -> bytes | Fault:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Fault("", f"there is no file {path}")
    except IsADirectoryError:
        return Fault("", f"{path} is a folder, not a file")
    except OSError as error:
        return Fault("", f"{path} cannot be read: {error.strerror}")
    if len(content) > MOST_BYTES:
        return Fault("", f"{path} is larger than {MOST_BYTES // 2**20} MiB")
    return content
