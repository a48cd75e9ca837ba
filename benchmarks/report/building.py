"""What ``benchmarks build`` leaves in a file: told apart, kept beside the suites, and shown as a table."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks import rows_file
from benchmarks.report.markdown import megabytes, ratio, seconds, table

NAME = "build"
_NEEDED = ("size", "builder", "seconds", "peak_mb", "columns", "nonzeros")


def content_of(path: Path) -> Mapping[str, Any] | None:
    """The content of a file of ``benchmarks build``; None where it is another's.

    Errors as of ``rows_file.read_rows``.
    """
    return rows_file.read_rows(path, "rows", _NEEDED)


def section(content: Mapping[str, Any]) -> str:
    """What the page says of it."""
    rows, machine = content["rows"], content.get("machine", {})
    first = {row["size"]: row["seconds"] for row in reversed(rows) if row["builder"] == "selector"}
    lines = [
        [
            row["size"],
            f"`{row['builder']}`",
            "-" if row["columns"] is None else f"{row['columns']:,}",
            "-" if row["nonzeros"] is None else f"{row['nonzeros']:,}",
            seconds(row["seconds"]),
            megabytes(row["peak_mb"]),
            ratio(row["seconds"] / first[row["size"]] if row["seconds"] and first.get(row["size"]) else None),
        ]
        for row in rows
    ]
    versions = ", ".join(f"{name} {version}" for name, version in machine.get("versions", {}).items())
    opening = (
        "From arrays in memory to a model in HiGHS: processor seconds and peak memory of a process of its own. "
        f"{machine.get('cpu', 'An unknown processor')}, {machine.get('cores', machine.get('cpu_count', '?'))} cores, "
        f"Python {machine.get('python', '?')}; {versions}."
    )
    headings = ["accept columns", "builder", "columns", "entries", "s", "MiB", "over the engine"]
    return "\n\n".join((f"### `{NAME}`", opening, table(headings, lines, left=2)))
