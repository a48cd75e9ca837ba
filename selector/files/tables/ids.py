"""The ids of a table, found also where capitals and spaces differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from models.tender import FALLBACK_PREFIX


@dataclass(frozen=True)
class Ids:
    """The ids of a table."""

    positions: Mapping[str, int]
    """By id, the position of the first row that has it."""
    folded: Mapping[str, str | None]
    """By id without regard to capitals and spaces, the id; None where several are alike."""

    @classmethod
    def of(cls, document: Mapping[str, Any], table: str) -> Ids:
        """Those of a table of a document; of lots that are not listed, those that they will have."""
        if table == "lots" and "lots" not in document:
            buyers, services = (_names(document, name) for name in ("buyers", "services"))
            return cls.made(f"{buyer}:{service}" for buyer in buyers for service in services)
        return cls.made(_names(document, table))

    @classmethod
    def made(cls, names: Iterable[Any]) -> Ids:
        """Those in a list; what is no text is no id."""
        positions: dict[str, int] = {}
        folded: dict[str, str | None] = {}
        for position, name in enumerate(names):
            if not isinstance(name, str) or name in positions:
                continue
            positions[name] = position
            short = _fold(name)
            folded[short] = None if short in folded else name
        return cls(positions, folded)

    def resolve(self, name: Any) -> Any:
        """The id that was meant by a name; the name itself where there is none, or more than one."""
        if not isinstance(name, str) or name in self.positions or name.startswith(FALLBACK_PREFIX):
            return name
        return self.folded.get(_fold(name)) or name


def _names(document: Mapping[str, Any], table: str) -> list[Any]:
    return [row.get("id") for row in document.get(table) or ()]


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
