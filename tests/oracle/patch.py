"""JSON Patch (RFC 6902), as much of it as mends a case: ``add`` and ``remove``."""

import copy
import re
from collections.abc import Iterable, Mapping
from typing import Any

_INDEX = re.compile(r"0|[1-9][0-9]*")
_BAD_ESCAPE = re.compile(r"~(?![01])")


def patched(document: Mapping[str, Any], operations: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """A copy of the document with the operations done in order.

    Raises
    ------
    ValueError
        if an operation is neither, has no value to add, or its path leads nowhere.
    """
    result: dict[str, Any] = copy.deepcopy(dict(document))
    for operation in operations:
        *parents, last = _parts(operation["path"])
        place: Any = result
        for part in parents:
            place = _holder(place[_key(place, part, len(place) - 1)])
        if operation["op"] == "add":
            _add(place, last, operation["value"])
        elif operation["op"] == "remove":
            del place[_key(place, last, len(place) - 1)]
        else:
            raise ValueError(f"{operation['op']} is no operation known here")
    return result


def _parts(path: str) -> list[str]:
    if not path.startswith("/") or _BAD_ESCAPE.search(path):
        raise ValueError(f"{path} is no pointer to a part of the document")
    return [part.replace("~1", "/").replace("~0", "~") for part in path[1:].split("/")]


def _holder(value: Any) -> Any:
    if isinstance(value, list | dict):
        return value
    raise ValueError(f"{value!r} holds nothing: the path leads nowhere")


def _add(place: Any, last: str, value: Any) -> None:
    if isinstance(place, list):
        place.insert(len(place) if last == "-" else int(_key(place, last, len(place))), value)
    else:
        place[last] = value


def _key(place: Any, part: str, most: int) -> Any:
    """The key or index that a part of a pointer stands for; in a list at most ``most``."""
    if isinstance(place, list):
        if _INDEX.fullmatch(part) and int(part) <= most:
            return int(part)
    elif part in place:
        return part
    raise ValueError(f"{part} leads nowhere")
