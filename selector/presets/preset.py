"""What a preset does to a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models import Case
from selector.verify.words import number


@dataclass(frozen=True)
class Replaced:
    """A field that states something else than before; None is a field that is left out."""

    pointer: str
    """JSON Pointer of the field."""
    before: Any
    after: Any

    def __str__(self) -> str:
        field = self.pointer.rpartition("/")[2]
        return f"{field}: {_shown(self.after)} (was: {_shown(self.before)})"


@dataclass(frozen=True)
class Preset:
    """A case after a preset, with all that a reader should know of it."""

    case: Case
    replaced: tuple[Replaced, ...]
    remarks: tuple[str, ...]
    """What the preset leaves to the board, in sentences."""


def _shown(value: Any) -> str:
    match value:
        case None:
            return "not stated"
        case int() | Decimal():
            return number(value)
        case Mapping():
            return ", ".join(f"{key} {_shown(of)}" for key, of in value.items()) or "none"
    return str(value)
