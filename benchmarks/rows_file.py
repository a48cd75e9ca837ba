"""Files of rows that were measured: JSON, told from those of others by the name under which the rows are."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.errors import InputInvalid


def read(path: Path, name: str) -> dict[str, Any] | None:
    """The content of a file with a list under a name; None where it cannot be read or is another's.

    Whoever reads a file as a suite's says what is wrong with it.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError):
        return None
    if not isinstance(content, dict) or not isinstance(content.get(name), list):
        return None
    return content


def read_rows(path: Path, name: str, needed: Sequence[str]) -> dict[str, Any] | None:
    """As ``read``, where each row has what is needed.

    Raises
    ------
    InputInvalid
        if a row lacks something.
    """
    content = read(path, name)
    for number, row in enumerate([] if content is None else content[name], 1):
        if not isinstance(row, dict) or any(each not in row for each in needed):
            raise InputInvalid(f"{path}: row {number} lacks one of {', '.join(needed)}")
    return content


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write what was measured.

    Raises
    ------
    InputInvalid
        if the file cannot be written.
    """
    try:
        path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputInvalid(f"{path} cannot be written: {error.strerror}") from None
