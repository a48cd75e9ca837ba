"""Heights of rows that hold text on several lines: not every program that opens a workbook works them out."""

import textwrap
from collections.abc import Iterable

_LINE = 15.0
"""Points of a line of the usual print."""
_MOST = 409.0
"""Points of a row at most."""
_ROOM = 0.88
"""Of a column's width what its letters take up at most: typefaces differ from one program to the next."""


def height(cells: Iterable[tuple[str, float]]) -> float | None:
    """Points of a row, of its texts each with the width of its column in letters; None where one line does."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return None if lines == 1 else min(lines * _LINE, _MOST)


def _lines(text: str, width: float) -> int:
    room = max(int(width * _ROOM), 1)
    return max(len(textwrap.wrap(text, room)), 1) if len(text) > room else 1


def upright(texts: Iterable[str]) -> float:
    """Points of a row of headings that are turned upright."""
    return min(max((len(text) for text in texts), default=1) * 6.0 + _LINE, 240.0)
