"""What a preset puts into a case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from models import Framework, Rule


@dataclass(frozen=True)
class Changes:
    """Rows that a case is to have, in place of those of the same id."""

    services: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By service: what it is to state, by field."""
    rules: tuple[Rule, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the preset leaves to the board, in sentences."""
    gone: tuple[str, ...] = ()
    """Ids of rules and frameworks that an earlier use of the preset may have left, and that are to go."""
