"""What ``benchmarks service`` leaves in a file, as the page shows it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from benchmarks.report.markdown import megabytes, table
from benchmarks.service.file import Measured
from benchmarks.service.parts import PARTS

NAME = "service"

Rows = Sequence[Mapping[str, Any]]


def section(parts: Sequence[Measured]) -> str:
    """What the page says of it."""
    machines = {_machine(part.machine) for part in parts}
    texts = [f"### `{NAME}`"]
    if len(machines) == 1:
        texts.append(f"{machines.pop()}.")
    for part in parts:
        where = f" {_machine(part.machine)}." if len(machines) > 1 else ""
        texts.append(f"`{part.part}`: {PARTS[part.part].about}.{where}")
        texts.append(_SHOWN[part.part](part.rows))
    return "\n\n".join(texts)


def _latency(rows: Rows) -> str:
    (overhead,) = (row for row in rows if row["what"] == "overhead")
    loads = [
        [
            str(row["clients"]),
            f"{row['requests']:,}",
            str(row["errors"]),
            f"{row['a_second']:.2f}",
            *(f"{row[name]:.2f}" for name in ("p50", "p95", "p99")),
        ]
        for row in rows
        if row["what"] == "load"
    ]
    beside = (
        f"Over the engine by itself ({overhead['engine_ms']:,.0f} ms at the median, {overhead['engine_p95_ms']:,.0f} ms at "
        f"p95) the service takes {overhead['overhead_ms']:.1f} ms more at the median of {overhead['pairs']:,} pairs; "
        f"{overhead['different']:,} answers differ."
    )
    return table(["clients", "requests", "errors", "a second", "p50 s", "p95 s", "p99 s"], loads) + f"\n\n{beside}"


def _kills(rows: Rows) -> str:
    (row,) = rows
    kills = ", ".join(f"{number} of a {name}" for name, number in row["kills"].items())
    shown = ("accepted", "finished", "lost", "doubled", "different", "asked_again")
    lines = [[f"{row[name]:,}" for name in shown] + [f"{row['seconds']:,.0f}", f"{row['a_second']:.1f}"]]
    headings = ["accepted", "finished", "lost", "doubled", "different", "asked again", "seconds", "a second"]
    log = "is whole" if row["audit_whole"] else "IS BROKEN"
    return f"{table(headings, lines, left=0)}\n\n{sum(row['kills'].values())} kills: {kills}. The audit log {log}."


def _hostile(rows: Rows) -> str:
    lines = [
        [
            row["kind"],
            row["about"],
            f"{row['attempts']:,}",
            ", ".join(f"{status}: {number:,}" for status, number in row["statuses"].items()),
            f"{row['beside']:.2f}",
            "; ".join(row["complaints"]) or "-",
        ]
        for row in rows
    ]
    return table(["kind", "such as", "answers", "statuses", "beside s", "complaints"], lines, left=2)


def _memory(rows: Rows) -> str:
    lines = [
        [
            row["what"],
            f"{row['reads']:,}",
            f"{row['evaluations']:,}",
            megabytes(row["quarter_mb"]),
            megabytes(row["end_mb"]),
            f"{row['slope_kb']:.3f}",
            "yes" if row["flat"] else "no",
        ]
        for row in rows
    ]
    headings = ["memory of", "reads", "evaluations", "MiB at a quarter", "MiB at the end", "KiB a request", "flat"]
    return table(headings, lines)


def _machine(machine: Mapping[str, Any]) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in machine.get("versions", {}).items())
    return f"{machine.get('cpu', 'An unknown processor')}, {machine.get('cores', '?')} cores, Python {machine.get('python', '?')}; {versions}"


_SHOWN: Mapping[str, Callable[[Rows], str]] = {
    "latency": _latency,
    "kills": _kills,
    "hostile": _hostile,
    "memory": _memory,
}
