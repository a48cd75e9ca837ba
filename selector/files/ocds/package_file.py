"""Reading OCDS from a file."""

from pathlib import Path
from typing import Any

from models import CaseInvalid, Fault
from models.json_text import NotJsonError, parse
from selector.files.ocds.package import is_ocds
from selector.files.ocds.reading import Read, read_package

_MOST_BYTES = 1 << 30


def read_package_file(path: Path) -> Read:
    """What the OCDS package, record or release in a file states.

    Raises
    ------
    CaseInvalid
        if the file cannot be read, is no OCDS, or has faults.
    """
    document = _document(path)
    if not is_ocds(document):
        raise CaseInvalid([Fault("", f"{path.name} is not OCDS: it has no releases, records or ocid")])
    return read_package(document)


def package_in(path: Path) -> Read | None:
    """What the OCDS in a file states; None where it holds something else, which its reader may judge.

    Raises
    ------
    CaseInvalid
        if the OCDS has faults.
    """
    try:
        document = _document(path)
    except CaseInvalid:
        return None
    return read_package(document) if is_ocds(document) else None


def _document(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise CaseInvalid([Fault("", f"there is no file {path}")]) from None
    except OSError as error:
        raise CaseInvalid([Fault("", f"{path} cannot be read: {error.strerror}")]) from None
    if len(content) > _MOST_BYTES:
        raise CaseInvalid([Fault("", f"{path} is larger than {_MOST_BYTES // 2**20} MiB")])
    try:
        return parse(content)
    except NotJsonError as error:
        raise CaseInvalid(error.faults) from None
