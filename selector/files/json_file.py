"""The JSON value in a file that may hold a case, in the project's own form or as OCDS."""

from pathlib import Path
from typing import Any

from models import CaseInvalid, Fault
from models.json_text import NotJsonError, parse
from selector.files.content import content


def json_in(path: Path) -> Any:
    """The value of the JSON text in a file.

    Raises
    ------
    CaseInvalid
        if the file cannot be read, or holds no JSON.
    """
    text = content(path)
    if isinstance(text, Fault):
        raise CaseInvalid([text])
    try:
        return parse(text)
    except NotJsonError as error:
        raise CaseInvalid(error.faults) from None
