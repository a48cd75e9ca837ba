"""What ``benchmarks fronts`` leaves in a file: told apart, kept beside the suites, and shown as tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from benchmarks import rows_file
from benchmarks.errors import InputInvalid
from benchmarks.fronts.compared import Row
from benchmarks.report.markdown import ratio, seconds, table

NAME = "fronts"
_OWN, _PEER = "selector", "pyaugmecon"
_NEEDED = tuple(field.name for field in fields(Row))
_COMPARABLE = ("cpu", "cpu_count", "cores")


def content_of(path: Path) -> Mapping[str, Any] | None:
    """The content of a file of ``benchmarks fronts``; None where it is another's.

    Errors as of ``rows_file.read_rows``.
    """
    return rows_file.read_rows(path, NAME, _NEEDED)


def together(files: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Several files as one: of a case, engine and number of workers the last.

    Raises
    ------
    InputInvalid
        if they were not measured on one machine.
    """
    machine: Mapping[str, Any] = {}
    rows: dict[tuple[object, ...], Mapping[str, Any]] = {}
    for content in files:
        own = content.get("machine", {})
        if machine and any(machine.get(name) != own.get(name) for name in _COMPARABLE):
            raise InputInvalid("fronts that were not found on one machine are not kept together")
        machine = own
        rows |= {(row["case"], row["engine"], row["workers"]): row for row in content[NAME]}
    return {"machine": machine, NAME: list(rows.values())}


def section(content: Mapping[str, Any]) -> str:
    """What the page says of it."""
    machine = content.get("machine", {})
    rows = [Row(**{name: row[name] for name in _NEEDED}) for row in content[NAME]]
    versions = ", ".join(f"{name} {version}" for name, version in machine.get("versions", {}).items())
    opening = (
        "Whole fronts, each point proven: "
        f"{machine.get('cpu', 'an unknown processor')}, {machine.get('cores', machine.get('cpu_count', '?'))} cores, "
        f"Python {machine.get('python', '?')}; {versions}."
    )
    peers = {(row.case, row.workers): row for row in rows if row.engine == _PEER}
    beside = [
        (row, peers[row.case, row.workers]) for row in rows if row.engine == _OWN and (row.case, row.workers) in peers
    ]
    alone = [row for row in rows if row.engine == _OWN and (row.case, row.workers) not in peers]
    return "\n\n".join((f"### `{NAME}`", opening, *_beside(beside), *_alone([*(own for own, _ in beside), *alone])))


def _beside(pairs: Sequence[tuple[Row, Row]]) -> Iterator[str]:
    if not pairs:
        return
    yield (
        "Beside PyAUGMECON in the same run, on as many processes: AUGMECON-R over HiGHS with a grid of every whole value, given "
        "the least of each objective that the published points have. Ratio: its seconds over the engine's."
    )
    lines = [
        [own.case, str(own.workers), f"{own.known:,}", f"{own.points:,}", str(own.searches or "-"), seconds(own.seconds),
         f"{peer.points:,}", str(peer.searches or "-"), peer.complaint or seconds(peer.seconds),
         ratio(peer.seconds / own.seconds if peer.seconds and own.seconds else None)]
        for own, peer in pairs
    ]  # fmt: skip
    yield table(
        ["case", "processes", "published", "points", "searches", "s", "its points", "its searches", "its s", "ratio"],
        lines,
    )


def _alone(rows: Sequence[Row]) -> Iterator[str]:
    """Of each format: how many fronts were found whole, and what they took."""
    if not rows:
        return
    yield "Every public instance that was tried, against its published points:"
    lines = []
    for name in dict.fromkeys(row.format for row in rows):
        some = [row for row in rows if row.format == name]
        took = [row.seconds for row in some if row.seconds is not None]
        slowest = max(some, key=lambda row: row.seconds or 0.0)
        lines.append(
            [f"`{name}`", str(len(some)), str(sum(row.complete for row in some)),
             f"{sum(row.known for row in some):,}", f"{sum(row.missing for row in some):,}", seconds(sum(took)),
             seconds(slowest.seconds), slowest.case]
        )  # fmt: skip
    yield table(["format", "fronts", "whole", "published points", "missing", "s in all", "slowest", "which"], lines)
