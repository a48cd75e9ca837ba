"""What a section is made of. Every writer knows each of these, and nothing else."""

from dataclasses import dataclass
from typing import Any

from selector.report.text import Figure, Quote, Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``strong`` where it is what has to be read if nothing else is."""

    text: Text
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A provider's letters in a coloured cell; ``meaning`` is its name."""

    letters: str
    colour: str
    meaning: Quote


@dataclass(frozen=True, slots=True)
class Exact:
    """A figure to its last digit."""

    figure: Figure


Cell = str | Quote | Figure | Exact | Code | Text | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; figures are ranged right, and their unit stands here."""

    title: Quote | str
    figures: bool = False
    turned: bool = False
    """Whether its heading is set upright, for there are many narrow columns."""
    wide: float = 1.0
    """Its share of the width beside other columns of words."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading across a table."""

    title: Quote | str


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first cell of each row names it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row | Group, ...]
    sheet: str = ""
    """Name of its sheet in the results book; without one it is not in it."""
    book_only: bool = False
    """Whether it is too long for reading, and is in the results book alone."""
    note: Text = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as a Vega-Lite specification, with what it shows in words."""

    name: str
    caption: str
    alt: str
    spec: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Lines on which a decision is signed."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]


Block = Paragraph | Bullets | Table | Chart | SignOff
