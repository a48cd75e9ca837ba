"""The results file: at any moment whole, with every row so far."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.running.row import Row


def write(path: Path, rows: Sequence[Row], machine: Mapping[str, object]) -> None:
    """Write ``{"machine": ..., "results": [...]}``; an older file stands until the new one is whole.

    Raises
    ------
    OSError
        if the file cannot be written.
    """
    content = {"machine": machine, "results": [asdict(row) for row in rows]}
    partial = path.with_name(f".{path.name}.part")
    with partial.open("w", encoding="utf-8") as file:
        file.write(json.dumps(content, indent=2, allow_nan=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
