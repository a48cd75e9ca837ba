"""The releases of one contracting process made one, as OCDS merges them: later values replace, null takes away.

Lists whose objects have ids are merged by id, as far as this program reads them; every other list is replaced whole.
"""

from collections.abc import Sequence
from typing import Any

from selector.files.ocds.extension_key import KEY
from selector.files.ocds.origin import Origin, Path

_BY_ID = frozenset(
    {"parties", "lots", "lotGroups", "items", "details", "tenderers", "requirementResponses", "awards", "suppliers"}
)
# Nothing that is read lies nearly as deep: what is deeper is replaced, so that no document can exhaust the stack.
_DEEPEST = 40


def merged(releases: Sequence[tuple[dict[str, Any], Path]]) -> tuple[dict[str, Any], Origin]:
    """One release out of several, in the order of their dates, each with its path; and where each part came from."""
    result: dict[str, Any] = {}
    origin = Origin(releases[-1][1])  # what none of them states is looked for in the last
    for release, path in releases:
        _into(result, release, (), path, origin)
    return result, origin


def _into(target: dict[str, Any], source: dict[str, Any], at: Path, path: Path, origin: Origin) -> None:
    for key, value in source.items():
        old = target.get(key)
        here, there = (*at, key), (*path, key)
        if value is None:
            target.pop(key, None)
            origin.put(here, there)
        elif isinstance(value, dict) and isinstance(old, dict) and len(at) < _DEEPEST:
            target[key] = dict(old)  # what was stated stays as it was, for whoever else reads it
            _into(target[key], value, here, there, origin)
        elif isinstance(value, list) and isinstance(old, list) and key in _BY_ID and KEY not in at:
            target[key] = _joined(old, value, here, there, origin)
        else:
            target[key] = value
            origin.put(here, there)


def _joined(old: list[Any], new: list[Any], at: Path, path: Path, origin: Origin) -> list[Any]:
    result = list(old)
    # What this release lists twice stays there twice, to be found: neither of the two may pass for the later one.
    positions = {str(entry["id"]): position for position, entry in enumerate(old) if _has_id(entry)}
    for index, entry in enumerate(new):
        position = positions.pop(str(entry["id"]), None) if _has_id(entry) else None
        if position is None:
            origin.put((*at, len(result)), (*path, index))
            result.append(entry)
        else:
            result[position] = dict(result[position])
            _into(result[position], entry, (*at, position), (*path, index), origin)
    return result


def _has_id(entry: Any) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("id"), str | int)
