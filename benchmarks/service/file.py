"""What was measured of the service, in a file."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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

    Raises
    ------
    InputInvalid
        if it cannot be written.
    """
    text = json.dumps({"parts": [vars(part) for part in parts]}, indent=2)
    try:
        path.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise InputInvalid(f"{path} cannot be written: {error.strerror}") from None


def read(path: Path) -> list[Measured] | None:
    """The parts in a file; None where it is another's.

    Raises
    ------
    InputInvalid
        if a part lacks something.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError):
        return None  # whoever reads it as a suite's says so
    if not isinstance(content, dict) or not isinstance(content.get("parts"), list):
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
