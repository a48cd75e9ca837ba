"""A column of a table: where its values stand in the case, and what people read above it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from selector.files.cells import Kind, Number
from selector.files.cells.text import written

Path = tuple[str, ...]
"""Keys from a row, or from the case, to a value."""

_UNIT = re.compile(r"\s*\([^()]*\)\s*")


def bare(heading: str) -> str:
    """A heading as it is compared: without unit, mark, capitals, spaces and underscores."""
    return re.sub(r"[\s_\u00a0*:]+", " ", _UNIT.sub(" ", heading).casefold()).strip()


@dataclass(frozen=True)
class Column:
    """A column, or a setting."""

    path: Path
    heading: str
    kind: Kind
    note: str
    unit: str = ""
    required: bool = False
    default: Any = None
    """What JSON has where the cell is blank."""
    always: bool = False
    """Whether even its default is written: what else tells an object with all its defaults from none?"""
    points_to: str = ""
    """The table whose ids it holds."""

    @property
    def title(self) -> str:
        """The heading with its unit."""
        return f"{self.heading} ({self.unit})" if self.unit else self.heading

    @property
    def key(self) -> str:
        """Its name as JSON has it, apart by dots."""
        return ".".join(self.path)

    @property
    def default_told(self) -> str:
        """What a blank cell means, as a person would write it; nothing where it means nothing."""
        if self.default in (None, "", [], {}):
            return ""
        if isinstance(self.kind, Number) and self.kind.fraction:
            return f"{(Decimal(str(self.default)) * 100).normalize():f}%"
        if isinstance(self.kind, Number):
            return f"{Decimal(str(self.default)).normalize():,f}"
        return str(self.kind.write(self.default))

    def is_written(self, value: Any) -> bool:
        """Whether a value takes a cell."""
        if value is None:
            return isinstance(self.kind, Number) and self.kind.nullable
        return bool(self.always or self.required or value != self.default)


@dataclass(frozen=True)
class Wide:
    """A column for each key of an object, such as one for the score on each criterion."""

    path: Path
    heading: str
    key: Kind
    value: Kind
    note: str
    unit: str = ""
    points_to: str = ""
    """The table whose ids the keys are."""
    example: str = ""
    """A key for a blank table."""

    @property
    def prefix(self) -> str:
        """What its headings begin with."""
        return f"{self.heading} ({self.unit})" if self.unit else self.heading

    def column(self, key: str) -> Column:
        """The column of a key."""
        label = str(self.key.write(key))
        heading = f"{self.prefix}: {label if label.startswith(chr(34)) else written(label)}"
        return Column((*self.path, key), heading, self.value, self.note)
