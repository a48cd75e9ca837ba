"""A paper: what all three forms of it are written from."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from selector.report.blocks import Block
from selector.report.text import Figure, Text


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; ``inner`` sections stand one level deeper."""

    key: str
    title: Text
    blocks: tuple[Block, ...] = ()
    inner: tuple["Section", ...] = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A board paper as data."""

    name: str
    """What sort of paper it is."""
    title: Text
    subtitle: Text
    marking: str
    """Who may read it."""
    sections: tuple[Section, ...]
    year: int
    """The year that its files are dated, so that like input gives like bytes."""

    def all_sections(self) -> Iterator[Section]:
        """Every section, inner ones after the one that they stand in."""
        for section in self.sections:
            yield section
            yield from section.inner

    def as_json(self) -> dict[str, Any]:
        """It as JSON has it, each block with its kind; decimals are text."""
        found = _json(self)
        assert isinstance(found, dict)  # noqa: S101  a dataclass gives an object
        return found


def _json(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: _json(getattr(value, field.name)) for field in dataclasses.fields(value)}
        more = {"shown": value.shown(), "exact": value.exact()} if isinstance(value, Figure) else {}
        return {"kind": type(value).__name__.lower(), **fields, **more}
    if isinstance(value, tuple | list):
        return [_json(each) for each in value]
    if isinstance(value, dict):
        return {name: _json(each) for name, each in value.items()}
    return format(value, "f") if isinstance(value, Decimal) else value
