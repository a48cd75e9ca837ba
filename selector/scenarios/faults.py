"""Faults of a case under a scenario, told as faults of the scenario."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from models import Fault
from models.faults import pointer, shown, steps, suggestion
from selector.scenarios.patched import Patched, Path


def of_scenario(above: Path, patch: Mapping[str, Any], result: Patched, faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults that a scenario, which stands at ``above``, makes in the case that it gives."""
    told: set[tuple[str, str]] = set()
    for fault in faults:
        path = _by_id(result, steps(fault.pointer))
        if path[:2] == ["scenarios", "0"]:
            yield Fault(pointer((*above, *path[2:])), fault.message.replace("/scenarios/0/", f"{pointer(above)}/"))
            continue
        stated, rest = _stated(patch, path)
        table, row = (*path, "", "")[:2]
        new = row in result.added.get(table, ())
        if rest and not new:
            message = f"leaves {pointer(path)} at fault: {fault.message}" if path else fault.message
            yield Fault(pointer((*above, "patch", *stated)), message)
            continue
        message = fault.message
        if new and (table, row) not in told:
            told.add((table, row))
            near = suggestion(row, result.known[table])
            message += f"; there was no row {shown(row)}, so this is a new one{near}"
        yield Fault(pointer((*above, "patch", *path)), message)


def _by_id(result: Patched, path: Sequence[str]) -> Sequence[str]:
    """The path with the row of a table by its id, where the patch names rows so, or does not touch the table."""
    if len(path) < 2 or not path[1].isdecimal() or path[0] == "scenarios":
        return path
    table, position = path[0], int(path[1])
    if table in result.keys:
        return (table, result.keys[table][position], *path[2:])
    rows = result.document.get(table)
    row = rows[position] if table not in result.replaced and isinstance(rows, list) else None
    return (table, row["id"], *path[2:]) if isinstance(row, Mapping) and "id" in row else path


def _stated(patch: Any, path: Sequence[str]) -> tuple[Sequence[str], bool]:
    """As much of a path as the patch states, and whether there is more of it that the patch could have stated."""
    node = patch
    for depth, step in enumerate(path):
        if not isinstance(node, Mapping):
            return path, False
        if step not in node:
            return path[:depth], True
        node = node[step]
    return path, False
