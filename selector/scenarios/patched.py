"""A case as JSON with the patch of a scenario applied, and where each row of its tables comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models import Case
from models.draft import TABLES
from models.faults import shown, suggestion
from models.tender import lot_id
from selector.scenarios.merge_patch import merge_patch

Path = tuple[str | int, ...]


@dataclass
class Patched:
    """What a patch makes of a case."""

    document: dict[str, Any]
    """The case as JSON; it may have faults."""
    keys: dict[str, Sequence[str]] = field(default_factory=dict)
    """Of each table whose rows the patch names by id: the id of each row."""
    added: dict[str, Sequence[str]] = field(default_factory=dict)
    """Of each such table: the ids that were not there, and so are of new rows."""
    known: dict[str, Sequence[str]] = field(default_factory=dict)
    """Of each such table: the ids that were there."""
    replaced: set[str] = field(default_factory=set)
    """Tables and fields that the patch states whole."""
    faults: list[tuple[Path, str]] = field(default_factory=list)
    """Places within the patch, and what is wrong there whatever comes of it."""


def patched(case: Case, patch: Mapping[str, Any]) -> Patched:
    """The case with a JSON Merge Patch applied, in which tables whose rows have ids may be objects by id."""
    document = case.model_dump(mode="json", exclude_defaults=True)
    document.pop("scenarios", None)
    result = Patched(document)
    # Lots that are not listed follow from buyers and services, which the patch may change too: they come last.
    for name in sorted(patch, key=lambda name: name == "lots"):
        stated = patch[name]
        if name == "scenarios":
            result.faults.append((("scenarios",), "a scenario can not change scenarios"))
        elif name == "objective" and isinstance(stated, Mapping):
            document[name] = _objective(case, document.get(name), stated)
        elif name in TABLES and isinstance(stated, Mapping):
            _patch_table(result, name, stated)
        else:
            result.replaced.add(name)
            before = {name: document.pop(name)} if name in document else {}
            document.update(merge_patch(before, {name: stated}))
    return result


def _objective(case: Case, before: Any, stated: Mapping[str, Any]) -> Any:
    """The objective; one of another mode replaces it, as the two have few fields in common."""
    mode = stated.get("mode", case.objective.mode)
    if mode != case.objective.mode:
        return merge_patch(None, stated)
    return merge_patch({**(before or {}), "mode": mode}, stated)


def _patch_table(result: Patched, table: str, stated: Mapping[str, Any]) -> None:
    rows = {row["id"]: row for row in _rows(result.document, table)}
    result.known[table] = tuple(rows)
    added = []
    for key, value in stated.items():
        if value is None:
            if rows.pop(key, None) is None:
                near = suggestion(key, result.known[table])
                result.faults.append(((table, key), f"there is no row {shown(key)} to remove{near}"))
            continue
        if isinstance(value, Mapping) and value.get("id", key) != key:
            said = f"{shown(value['id'])} is not allowed: the row is named by its key, {shown(key)}"
            result.faults.append(((table, key, "id"), said))
        if key not in rows:
            added.append(key)
        row = merge_patch(rows.get(key), value)
        rows[key] = {**row, "id": key} if isinstance(row, Mapping) else row
    result.document[table] = list(rows.values())
    result.keys[table] = tuple(rows)
    result.added[table] = tuple(added)


def _rows(document: Mapping[str, Any], table: str) -> Sequence[Mapping[str, Any]]:
    """The rows of a table as they stand; those of lots that are not listed as they would be."""
    if table == "lots" and document.get("lots") is None:
        buyers, services = (_ids(document.get(name)) for name in ("buyers", "services"))
        return [
            {"id": lot_id(buyer, service), "buyer": buyer, "service": service}
            for buyer in buyers
            for service in services
        ]
    rows: Sequence[Mapping[str, Any]] = document.get(table, ())
    return rows


def _ids(rows: Any) -> list[str]:
    return [
        row["id"]
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, Mapping) and isinstance(row.get("id"), str)
    ]
