"""How a test says in what way a case is broken."""

from typing import Any, NamedTuple


class Broken(NamedTuple):
    """One way to break the case: what is put where, and the fault it must give."""

    edits: dict[str, Any]
    pointer: str
    phrase: str


def at(pointer: str, value: Any, phrase: str, points_to: str | None = None) -> Broken:
    """A value put at a pointer, which must give a fault there or where else it points to."""
    return Broken({pointer: value}, pointer if points_to is None else points_to, phrase)
