"""What the texts of a workbook come to once each cell has its own: they stand in the file once, and cells point to them.

One text of a megabyte takes a kilobyte in the file, and a reader a megabyte for each of a million cells that show it.
"""

import re
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

SHARED = "xl/sharedstrings.xml"
"""The part that holds them, without regard to capitals."""
MOST_BYTES = 1 << 30
"""Of the texts of a sheet."""

_BEGINNING = re.compile(rb"<(?:[^\s<>/]{1,60}:)?si[\s/>]")
_OVERLAP = 70
_CELL = re.compile(rb"<(?:[^\s<>/]*:)?c[\s/>]")
# Cells as every spreadsheet writes them: those that point to a text, and those that do not.
_POINTING = re.compile(rb'<c (?=[^<>&]* ?t="s")[^<>&]*><v>([0-9]{1,7})</v></c>')
_OTHER = re.compile(rb"""<c (?![^<>]*\st\s*=\s*["']s["'])[^<>&]*>""")


class SharedTexts:
    """How long the shared texts of a workbook are."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._end = 0

    def over(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The same chunks, measured before they are handed on."""
        rest = b""
        for chunk in chunks:
            xml = rest + chunk
            before = self._end - len(rest)
            last = self._starts[-1] if self._starts else -1
            self._starts += [at for found in _BEGINNING.finditer(xml) if (at := before + found.start()) > last]
            self._end += len(chunk)
            rest = chunk[-_OVERLAP:]
            yield chunk

    def lengths(self) -> NDArray[np.int64]:
        """Of each text, in bytes with its marks."""
        return np.diff([*self._starts, self._end]) if self._starts else np.zeros(0, np.int64)

    def may_be_too_much(self, cells: int) -> bool:
        """Whether so many cells may show more than is read."""
        return cells * int(self.lengths().max(initial=0)) > MOST_BYTES

    def are_too_much(self, sheet: bytes) -> bool:
        """Whether the cells of a sheet show more than is read; those written in another way count as the longest text."""
        lengths = self.lengths()
        pointed = np.array([int(found[1]) for found in _POINTING.finditer(sheet)], np.int64)
        pointed = pointed[pointed < len(lengths)]
        odd = _count(_CELL, sheet) - len(pointed) - _count(_OTHER, sheet)
        return int(lengths[pointed].sum()) + odd * int(lengths.max(initial=0)) > MOST_BYTES


def _count(pattern: re.Pattern[bytes], xml: bytes) -> int:
    return sum(1 for _ in pattern.finditer(xml))
