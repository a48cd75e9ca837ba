"""The results file: at any moment whole, with every row so far."""

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.running.row import Row

_FIGURE = r"\s*(?:null|-?[\d.e+-]+)"
_POINT = re.compile(rf"\[{_FIGURE},{_FIGURE},{_FIGURE}\s*\]")


def write(
    path: Path, rows: Sequence[Row], machine: Mapping[str, object], engines: Mapping[str, str] | None = None
) -> None:
    """Write ``{"machine": ..., "engines": ..., "results": [...]}``; an older file stands until the new one is whole.

    ``engines`` says how each is set up.

    Raises
    ------
    OSError
        if the file cannot be written.
    """
    content = {"machine": machine, "engines": engines or {}, "results": [asdict(row) for row in rows]}
    partial = path.with_name(f".{path.name}.part")
    with partial.open("w", encoding="utf-8") as file:
        file.write(_text(content) + "\n")
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def _text(content: object) -> str:
    """JSON with a figure a line, but a point of a curve on one."""
    text = json.dumps(content, indent=2, allow_nan=False)
    return _POINT.sub(lambda point: " ".join(point[0].split()), text)
