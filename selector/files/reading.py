"""Reading cases and awards from files."""

from collections.abc import Callable, Mapping
from pathlib import Path

from models import AwardInvalid, Case, CaseInvalid, Evaluation, Fault, read_award
from models.read import case_in
from selector.files.content import content
from selector.files.json_file import json_in
from selector.files.pause import without_collection

_SAVE_AS = "open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)"
_NOT_READ: Mapping[str, str] = {
    ".xls": f"is a workbook of Excel 97-2003: {_SAVE_AS}",
    ".xlsm": f"is a workbook with macros, which are not read: {_SAVE_AS}",
    ".xltm": f"is a template with macros, which are not read: {_SAVE_AS}",
    ".xlsb": f"is a binary workbook: {_SAVE_AS}",
    ".ods": f"is an OpenDocument spreadsheet: {_SAVE_AS}",
    ".numbers": "is a document of Apple's Numbers: export it to Excel (.xlsx)",
    ".csv": "is one table of a case: give the folder that holds all of them, such as buyers.csv, services.csv and bids.csv",
}
_ZIP = b"PK\x03\x04"


def read_case_file(path: Path, remark: Callable[[str], None] | None = None) -> Case:
    """The case in a file of JSON, whether its own or OCDS, in an Excel workbook, or in a folder of CSV files.

    Parameters
    ----------
    path
        The file, or the folder.
    remark
        Called with each remark about what was left aside or assumed.

    Raises
    ------
    CaseInvalid
        if the file cannot be read, or its case has faults.
    """
    with without_collection():
        case, remarks = _read(path)
    if remark is not None:
        for each in remarks:
            remark(each)
    return case


def _read(path: Path) -> tuple[Case, list[str]]:
    # Each way in loads what it needs: a case in JSON needs none of the others.
    if path.is_dir():
        from selector.files.folder.reading import read_folder

        return read_folder(path)
    ending = path.suffix.lower()
    if ending in _NOT_READ and path.exists():
        raise CaseInvalid([Fault("", f"{path.name} {_NOT_READ[ending]}")])
    if ending in (".xlsx", ".xltx") or _begins_as_workbook(path):
        from selector.files.workbook.reading import read_workbook

        return read_workbook(path)
    return _of_json(path)


def _begins_as_workbook(path: Path) -> bool:
    if not path.is_file():
        return False  # what is read of a pipe is gone
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False  # said when it is read


def _of_json(path: Path) -> tuple[Case, list[str]]:
    document = json_in(path)
    from selector.files.ocds import case_of_package, is_ocds

    if is_ocds(document):
        return case_of_package(document)
    return case_in(document), []


def read_award_file(path: Path) -> Evaluation:
    """The evaluation in an ``award.json``.

    Raises
    ------
    AwardInvalid
        if the file cannot be read, or holds no evaluation.
    """
    text = content(path)
    if isinstance(text, Fault):
        raise AwardInvalid([text])
    return read_award(text)
