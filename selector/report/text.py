"""What a paper says: words of its own, quotations of what it is about, and figures that say where they come from."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from selector.report.shown import Unit, exact, shown

Document = Literal[
    "case",
    "award",
    "earlier",
    "comparison",
    "explain",
    "prices",
    "ties",
    "resilience",
    "choice",
    "pareto",
    "stability",
    "robust",
]
How = Literal[
    "value", "sum", "count", "distinct", "apart", "rounded", "bidders", "changed", "new", "gone", "barred", "barred_by", "beside"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure stands, or which rows it is a sum or a count of: so a test can find it again."""

    document: Document
    pointer: str
    """JSON pointer to the figure, or to the rows."""
    how: How = "value"
    column: str = ""
    """Of the rows: what is added up, or of which the different values are counted. Of two figures ``apart``: the other's
    pointer."""
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Which of the rows: those whose field of a name has one of some values."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its unit, as exact as it is stated; how it is rounded is settled by its unit."""

    value: Decimal
    unit: Unit
    source: Source
    signed: bool = False
    """Whether it is a difference, and shows its sign."""
    whole: bool = False
    """Whether pounds are shown to the last one, though they are millions."""

    up: bool = False
    """Whether it is rounded up: what is said to be no more than it must not be less."""

    def shown(self, *, bare: bool = False) -> str:
        """As a board reads it; ``bare`` where its unit stands in the heading."""
        return shown(self.value, self.unit, bare=bare, signed=self.signed, whole=self.whole, up=self.up)

    def exact(self) -> str:
        """To the last digit that is stated, with its unit."""
        return exact(self.value, self.unit, signed=self.signed)


@dataclass(frozen=True, slots=True)
class Quote:
    """A name or a sentence as the case, the award or an answer has it."""

    text: str


Piece = str | Quote | Figure
Text = tuple[Piece, ...]


def plain(text: Text | Piece) -> str:
    """The text without anything beside it."""
    pieces = text if isinstance(text, tuple) else (text,)
    return "".join(
        piece if isinstance(piece, str) else piece.text if isinstance(piece, Quote) else piece.shown()
        for piece in pieces
    )
