"""What was measured of the service, on a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.table import Table

from benchmarks.service.parts import PARTS

_HIDDEN = ("curve", "about")
_WIDE = 8
"""Columns beyond which the only row stands upright."""


def tables(part: str, rows: Sequence[Mapping[str, Any]]) -> list[Table]:
    """A table for the rows of each shape."""
    shapes: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for row in rows:
        shapes.setdefault(tuple(row), []).append(row)
    return [_table(part, names, each) for names, each in shapes.items()]


def _table(part: str, names: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Table:
    result = Table(title=f"{part}: {PARTS[part].about}", title_justify="left")
    shown = [name for name in names if name not in _HIDDEN]
    if len(rows) == 1 and len(shown) > _WIDE:
        result.add_column("figure")
        result.add_column("value")
        for name in shown:
            result.add_row(name.replace("_", " "), _cell(rows[0][name]))
        return result
    for name in shown:
        result.add_column(name.replace("_", " "), justify="left" if isinstance(rows[0][name], str) else "right")
    for row in rows:
        result.add_row(*(_cell(row[name]) for name in shown))
    return result


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "NO"
    if isinstance(value, Mapping):
        return ", ".join(f"{number} {name}" for name, number in value.items())
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value)) or "-"
    return f"{value:,}" if isinstance(value, int) else str(value)
