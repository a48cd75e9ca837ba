"""What changed from one case to another, table by table."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from models import Case
from models.base import Model
from models.draft import TABLES
from models.faults import shown
from models.record_difference import ChangedPart
from selector.decide.record.leaves import ABSENT, Leaf, leaves
from selector.decide.record.told import told

MOST = 24
"""Changes listed of one table or field; all are counted."""

_FREE = frozenset({"scenarios", "options"})
"""Fields with JSON of any kind in them, of which Python takes true for the same as 1."""


def changed_parts(before: Case, after: Case) -> Iterator[ChangedPart]:
    """Every table and field that differs, in the order of a case's fields; nothing where the cases are the same."""
    for name in type(after).model_fields:
        one, other = getattr(before, name), getattr(after, name)
        if one == other and not (name in _FREE and next(leaves(_json(before, name), _json(after, name)), None)):
            continue
        if name in TABLES and one is not None and other is not None:
            yield _table(name, one, other)
        else:
            yield _field(name, _json(before, name), _json(after, name))


def _field(name: str, before: Any, after: Any) -> ChangedPart:
    found = list(leaves(before, after, ("case", name)))
    listed = tuple(told(leaf, " ".join(map(str, leaf.path[1:]))) for leaf in found[:MOST])
    return ChangedPart(part=name, changes=listed, more=len(found) - len(listed))


def _table(name: str, before: Sequence[Any], after: Sequence[Any]) -> ChangedPart:
    was, now = _by_id(before), _by_id(after)
    added = [row for row in now if row not in was]
    removed = [row for row in was if row not in now]
    differing = [row for row in now if row in was and not _same(name, was[row][1], now[row][1])]
    places = [
        *((key, Leaf(("case", name, now[key][0]), ABSENT, _stated(now[key][1]))) for key in added),
        *((key, Leaf(("case", name, was[key][0]), _stated(was[key][1]), ABSENT)) for key in removed),
    ]
    listed = [told(leaf, f"{name} {shown(key)}") for key, leaf in islice(places, MOST)]
    total = len(places)
    for key in differing:
        found = list(leaves(_dumped(was[key][1]), _dumped(now[key][1]), ("case", name, now[key][0])))
        total += len(found)
        for leaf in found[: MOST - len(listed)]:
            within = " ".join(map(str, leaf.path[3:]))
            listed.append(told(leaf, f"{name} {shown(key)}, {within}"))
    return ChangedPart(
        part=name,
        added=len(added),
        removed=len(removed),
        changed=len(differing),
        reordered=[row for row in was if row in now] != [row for row in now if row in was],
        changes=tuple(listed),
        more=total - len(listed),
    )


def _same(name: str, one: Model, other: Model) -> bool:
    return one == other and not (name in _FREE and next(leaves(_dumped(one), _dumped(other)), None))


def _by_id(rows: Sequence[Any]) -> Mapping[str, tuple[int, Any]]:
    return {row.id: (position, row) for position, row in enumerate(rows)}


def _dumped(row: Model) -> Any:
    return row.model_dump(mode="json")


def _stated(row: Model) -> Any:
    return row.model_dump(mode="json", exclude_defaults=True)


def _json(case: Case, name: str) -> Any:
    return case.model_dump(mode="json", include={name})[name]
