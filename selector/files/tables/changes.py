"""The table of what scenarios change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.faults import pointer, shown, steps
from selector.files.tables.column import Path
from selector.files.tables.parts import OWNER
from selector.files.tables.sheet import Document, Row, Sheet

if TYPE_CHECKING:
    from selector.files.tables.draft import Draft

AT: Path = ("at",)
VALUE: Path = ("value",)


@dataclass(frozen=True)
class Changes(Sheet):
    """A row for each value that the patch of a scenario sets."""

    def rows(self, document: Document) -> Iterator[Row]:
        """A row for each value, or object without entries."""
        for scenario in document.get("scenarios") or ():
            for path, value in _leaves(scenario["patch"], ()):
                yield {OWNER: scenario["id"], AT: pointer(path), VALUE: value}

    def add(self, draft: Draft, row: Row, number: int) -> None:
        """Set a value in the patch of its scenario."""
        found = draft.owner(self, "scenarios", row, number)
        if found is None:
            return
        at = row.get(AT)
        if at is None:
            draft.fault(self, number, AT, "is missing: such as /rules/cap/active")
            return
        position, scenario = found
        inner: Any = scenario.setdefault("patch", {})
        path = _path(at)
        for key in path[:-1]:
            inner = inner.setdefault(key, {}) if isinstance(inner, dict) else None
        # An object under this path is made of other rows; no value can take its place, nor stand above it.
        if not isinstance(inner, dict) or path[-1] in inner:
            draft.fault(self, number, AT, f"{shown(at)} is at odds with an earlier row of this scenario")
            return
        # A null takes away what it names: here it must be written, as a blank cell says nothing.
        if VALUE not in row:
            draft.fault(self, number, VALUE, "is missing: null takes away what is named")
            return
        # A copy: further rows may add to it, and cells that are alike may be read once for all.
        inner[path[-1]] = deepcopy(row[VALUE])
        draft.stands(("scenarios", str(position), "patch", *path), self, number, VALUE)


def _leaves(value: Mapping[str, Any], above: Path) -> Iterator[tuple[Path, Any]]:
    for key, inner in value.items():
        if isinstance(inner, Mapping) and inner:
            yield from _leaves(inner, (*above, key))
        else:
            yield (*above, key), inner


def _path(at: str) -> Path:
    return tuple(steps(at if at.startswith("/") else f"/{at}"))
