"""Reading OCDS from a file."""

from pathlib import Path

from models import CaseInvalid, Fault
from selector.files.json_file import json_in
from selector.files.ocds.package import is_ocds
from selector.files.ocds.reading import Read, read_package


def read_package_file(path: Path) -> Read:
    """What the OCDS package, record or release in a file states.

    Raises
    ------
    CaseInvalid
        if the file cannot be read, is no OCDS, or has faults.
    """
    document = json_in(path)
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
        document = json_in(path)
    except CaseInvalid:
        return None
    return read_package(document) if is_ocds(document) else None
