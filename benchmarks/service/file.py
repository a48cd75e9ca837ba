"""What was measured of the service, in a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import rows_file
from benchmarks.errors import InputInvalid
from benchmarks.service.parts import PARTS

_KEYS = ("part", "machine", "rows")


@dataclass(frozen=True)
class Measured:
    """A part, where it was measured, and its rows."""

    part: str
    machine: dict[str, Any]
    rows: list[dict[str, Any]]


def write(path: Path, parts: Sequence[Measured]) -> None:
    """Write parts into a file.

    Errors as of ``rows_file.write``.
    """
    rows_file.write(path, {"parts": [vars(part) for part in parts]})


def read(path: Path) -> list[Measured] | None:
    """The parts in a file; None where it is another's.

    Raises
    ------
    InputInvalid
        if a part lacks something.
    """
    content = rows_file.read(path, "parts")
    if content is None:
        return None
    for number, part in enumerate(content["parts"], 1):
        if not isinstance(part, dict) or set(part) != set(_KEYS) or part["part"] not in PARTS:
            raise InputInvalid(
                f"{path}: part {number} is none of {', '.join(PARTS)}, or lacks one of {', '.join(_KEYS)}"
            )
    return [Measured(**part) for part in content["parts"]]


def together(kept: Sequence[Measured], new: Sequence[Measured]) -> list[Measured]:
    """Parts in their order, the new ones in place of those that were kept."""
    found = {part.part: part for part in (*kept, *new)}
    return [found[name] for name in PARTS if name in found]
