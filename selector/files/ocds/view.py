"""An object of a release, read with care: what has the wrong type is a fault and counts as absent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from models.faults import shown
from selector.files.ocds.log import Log
from selector.files.ocds.moments import moment
from selector.files.ocds.origin import Path


@dataclass(frozen=True)
class View:
    """An object, empty where there is none, and where it stands in the release."""

    value: Mapping[str, Any]
    path: Path
    log: Log

    def has(self, key: str) -> bool:
        """Whether something is stated; null states nothing."""
        return self.value.get(key) is not None

    def at(self, *keys: str | int) -> Path:
        """The path of what is, or would be, below."""
        return (*self.path, *keys)

    def fault(self, message: str, *keys: str | int) -> None:
        """Something is wrong here, or below."""
        self.log.fault(self.at(*keys), message)

    def view(self, key: str) -> "View":
        """The object under a key."""
        value = self.value.get(key)
        if value is not None and not isinstance(value, dict):
            self.fault(f"{shown(value)} is not an object", key)
        return View(value if isinstance(value, dict) else {}, self.at(key), self.log)

    def views(self, key: str) -> list["View"]:
        """The objects in the list under a key."""
        return [View(value, self.at(key, at), self.log) for at, value in self._entries(key, dict, "an object")]

    def texts(self, key: str) -> list[tuple[str, Path]]:
        """The texts in the list under a key, each with its path."""
        return [(value, self.at(key, at)) for at, value in self._entries(key, str, "text")]

    def text(self, key: str) -> str | None:
        """The text under a key; empty text is none."""
        value = self.value.get(key)
        if value is None or isinstance(value, str):
            return value or None
        self.fault(f"{shown(value)} is not text", key)
        return None

    def line(self, key: str) -> str | None:
        """The text under a key on one line, as names are."""
        value = self.text(key)
        return " ".join(value.split()) or None if value else None

    def id(self, key: str = "id") -> str | None:
        """The id under a key, which OCDS allows to be a whole number."""
        value = self.value.get(key)
        if type(value) is int:
            return str(value)
        return self.text(key)

    def number(self, key: str) -> Decimal | None:
        """The number under a key."""
        value = self.value.get(key)
        if value is None:
            return None
        if type(value) is int:
            return Decimal(value)
        if isinstance(value, float) and isfinite(value):
            return Decimal(repr(value))
        if isinstance(value, Decimal) and value.is_finite():
            return value
        self.fault(f"{shown(value)} is not a number", key)
        return None

    def whole(self, key: str) -> int | None:
        """The whole number under a key."""
        value = self.number(key)
        if value is not None and value != value.to_integral_value():
            self.fault(f"{shown(value)} is not a whole number", key)
            return None
        return None if value is None else int(value)

    def moment(self, key: str) -> datetime | None:
        """The date and time under a key."""
        text = self.text(key)
        found = moment(text) if text is not None else None
        if text is not None and found is None:
            self.fault(f"{shown(text)} is not a date and time written like 2014-03-31T17:00:00Z", key)
        return found

    def _entries(self, key: str, kind: type, what: str) -> Iterator[tuple[int, Any]]:
        listed = self.value.get(key)
        if listed is None:
            return
        if not isinstance(listed, list):
            self.fault(f"{shown(listed)} is not a list", key)
            return
        for at, value in enumerate(listed):
            if isinstance(value, kind):
                yield at, value
            else:
                self.fault(f"{shown(value)} is not {what}", key, at)
