"""What a preset does to a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models import Case, Framework, Rule
from selector.verify.sentences.rule import named, rule_sentence
from selector.verify.words import number


@dataclass(frozen=True)
class Replaced:
    """A field or a row that states something else than before; None is one that is not there."""

    pointer: str
    """JSON Pointer of it; of a row that is gone, in the case before."""
    before: Any
    after: Any
    text: str
    """It in words, with what was there."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Preset:
    """A case after a preset, with all that a reader should know of it."""

    case: Case
    replaced: tuple[Replaced, ...]
    remarks: tuple[str, ...]
    """What the preset leaves to the board, in sentences."""


def replaced(case: Case, pointer: str, name: str, before: Any, after: Any) -> Replaced:
    """A field, or a row, by its name, with both states of it in words."""
    return Replaced(pointer, before, after, f"{name}: {_shown(case, after)} (was: {_shown(case, before)})")


def _shown(case: Case, value: Any) -> str:
    match value:
        case None:
            return "not stated"
        case int() | Decimal():
            return number(value)
        case Mapping():
            return ", ".join(f"{key} {_shown(case, of)}" for key, of in value.items()) or "none"
        case Rule():
            said = rule_sentence(case, value).removeprefix(f"{named(value)}: ").removesuffix(".")
            return said if value.active else f"{said}; switched off"
        case Framework():
            accredited = "anybody" if value.accredited is None else ", ".join(value.accredited) or "nobody"
            return f"{', '.join(value.services)} from {accredited}"
    return str(value)
