"""What was measured of clusters, in a file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import rows_file
from benchmarks.errors import InputInvalid

_NEEDED: Mapping[str, Sequence[str]] = {
    "sending": ("workers", "call_ms", "megabyte_ms"),
    "measured": ("question", "workers", "seconds", "pieces", "work", "longest", "same"),
    "paper": ("question", "workers", "seconds", "alone", "rounds"),
}


def write(path: Path, machine: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows into a file.

    Errors as of ``rows_file.write``.
    """
    rows_file.write(path, {"machine": dict(machine), "scale": [dict(row) for row in rows]})


def read(path: Path) -> dict[str, Any] | None:
    """The content of a file; None where it is another's.

    Raises
    ------
    InputInvalid
        if a row lacks something.
    """
    content = rows_file.read(path, "scale")
    for number, row in enumerate([] if content is None else content["scale"], 1):
        needed = _NEEDED.get(str(row.get("what"))) if isinstance(row, dict) else None
        if needed is None or any(name not in row for name in needed):
            raise InputInvalid(f"{path}: row {number} is none of {', '.join(_NEEDED)}, or lacks a figure")
    return content
