"""What was measured of clusters, in a file."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.errors import InputInvalid

_NEEDED: Mapping[str, Sequence[str]] = {
    "sending": ("workers", "call_ms", "megabyte_ms"),
    "measured": ("question", "workers", "seconds", "pieces", "work", "longest", "same"),
    "paper": ("question", "workers", "seconds", "alone", "rounds"),
}


def write(path: Path, machine: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows into a file.

    Raises
    ------
    InputInvalid
        if it cannot be written.
    """
    text = json.dumps({"machine": dict(machine), "scale": [dict(row) for row in rows]}, indent=2)
    try:
        path.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise InputInvalid(f"{path} cannot be written: {error.strerror}") from None


def read(path: Path) -> dict[str, Any] | None:
    """The content of a file; None where it is another's.

    Raises
    ------
    InputInvalid
        if a row lacks something.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError):
        return None  # whoever reads it as a suite's says so
    if not isinstance(content, dict) or not isinstance(content.get("scale"), list):
        return None
    for number, row in enumerate(content["scale"], 1):
        needed = _NEEDED.get(str(row.get("what"))) if isinstance(row, dict) else None
        if needed is None or any(name not in row for name in needed):
            raise InputInvalid(f"{path}: row {number} is none of {', '.join(_NEEDED)}, or lacks a figure")
    return content
