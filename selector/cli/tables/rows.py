"""The content of a table."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Rows:
    """A title, the headings of names and of figures, and rows of both."""

    title: str
    names: Sequence[str]
    figures: Sequence[str]
    rows: Sequence[Sequence[str]]
