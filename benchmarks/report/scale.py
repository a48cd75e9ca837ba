"""What ``benchmarks scale`` leaves in a file, as the page shows it."""

from collections.abc import Mapping
from typing import Any

from benchmarks.report.markdown import table
from benchmarks.scale.questions import QUESTIONS

NAME = "scale"


def section(content: Mapping[str, Any]) -> str:
    """What the page says of it."""
    rows, machine = content["scale"], content.get("machine", {})
    versions = ", ".join(f"{name} {version}" for name, version in machine.get("versions", {}).items())
    texts = [
        f"### `{NAME}`",
        "Clusters of workers with one place each, and who asks, on one machine. "
        f"{machine.get('cpu', 'An unknown processor')}, {machine.get('cores', '?')} cores, Python "
        f"{machine.get('python', '?')}; {versions}. Load before it began: {machine.get('load', '?')}.",
    ]
    texts += [
        f"Workers: {row['workers']}. A call that does nothing takes {row['call_ms']:.1f} ms, and each megabyte that calls "
        f"share {row['megabyte_ms']:.1f} ms, once."
        for row in rows
        if row["what"] == "sending"
    ]
    names = dict.fromkeys(row["question"] for row in rows if row["what"] == "measured")
    for name in names:
        lines = [_line(row, rows) for row in rows if row["what"] != "sending" and row["question"] == name]
        about = QUESTIONS[name].about if name in QUESTIONS else ""
        texts.append(f"`{name}`: {about}.")
        headings = ["workers", "seconds", "over one worker", "pieces", "seconds in pieces", "longest", "same answer"]
        texts.append(table(["", *headings], lines, left=1))
    return "\n\n".join(texts)


def _line(row: Mapping[str, Any], rows: list[Mapping[str, Any]]) -> list[str]:
    first = next(
        (each["seconds"] for each in rows if _is_first(each, row["question"])),
        None,
    )
    speed = f"{first / row['seconds']:.2f}" if first and row["seconds"] else "-"
    if row["what"] == "paper":
        return ["on paper", str(row["workers"]), f"{row['seconds']:.1f}", speed, "", "", "", ""]
    figures = [f"{row['seconds']:.1f}", speed, f"{row['pieces']:,}", f"{row['work']:.1f}", f"{row['longest']:.1f}"]
    return ["measured", str(row["workers"]), *figures, "yes" if row["same"] else "NO"]


def _is_first(row: Mapping[str, Any], name: str) -> bool:
    return bool(row["what"] == "measured" and row["question"] == name and row["workers"] == 1)
