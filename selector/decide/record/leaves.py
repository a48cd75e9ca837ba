"""Where two JSON values differ."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]

ABSENT = object()
"""In place of what is not there at all."""

_LONGEST = 200


@dataclass(frozen=True)
class Leaf:
    """A place where two values differ."""

    path: Path
    before: Any
    """``ABSENT`` where there was nothing."""
    after: Any


def leaves(before: Any, after: Any, path: Path = ()) -> Iterator[Leaf]:
    """The innermost places where two JSON values differ; lists of other lengths differ as a whole."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in (*before, *(key for key in after if key not in before)):
            yield from leaves(before.get(key, ABSENT), after.get(key, ABSENT), (*path, key))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for at, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from leaves(one, other, (*path, at))
    elif type(before) is not type(after) or before != after:
        yield Leaf(path, before, after)


def text(value: Any) -> str | None:
    """A value as JSON, cut where it is long; None for what is not there."""
    if value is ABSENT:
        return None
    return cut(json.dumps(value, ensure_ascii=False))


def cut(written: str) -> str:
    """The text, or as much of it as a line of a list has room for."""
    return written if len(written) <= _LONGEST else written[: _LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"
