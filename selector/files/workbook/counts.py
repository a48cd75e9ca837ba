"""How many there are of what a reader keeps a list of."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import numpy as np

from selector.files.workbook.xml_parts import Unsound

_MOST: Mapping[bytes, tuple[int, str]] = {
    b"si": (2_000_000, "different texts"),
    b"xf": (200_000, "formats of cells"),
    b"numFmt": (50_000, "formats of numbers"),
    b"mergeCell": (20_000, "merged cells"),
    b"sheet": (2_000, "sheets"),
    b"definedName": (100_000, "names of cells"),
    b"Relationship": (20_000, "links"),
}
_PATTERNS = {name: re.compile(rb"[<:]" + name + rb"[\s/>]") for name in _MOST}
_LONG_TEXT = b"[long text "
_OVERLAP = 16


class Counts:
    """The counts of all parts of a workbook."""

    def __init__(self) -> None:
        self._found: Counter[bytes] = Counter()
        self._beginnings = np.zeros(256, np.int64)
        self.marks_long_texts = False

    def over(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """The same chunks, counted before they are handed on.

        Raises
        ------
        Unsound
            if there are more than any workbook has.
        """
        rest = b""
        for chunk in chunks:
            # What begins in the overlap may be counted twice: the limits are wide.
            xml = rest + chunk
            letters = np.frombuffer(xml + b"\0", np.uint8)
            tags = np.flatnonzero((letters == ord("<")) | (letters == ord(":")))
            self._beginnings += np.bincount(letters[tags + 1], minlength=256)
            # So many names begin with the same letter in any large sheet: only then is it worth while to look at more.
            for name in _MOST:
                if self._beginnings[name[0]] > _MOST[name][0] // 2:
                    self._count(name, xml)
            self.marks_long_texts = self.marks_long_texts or _LONG_TEXT in xml
            rest = chunk[-_OVERLAP:]
            yield chunk

    def _count(self, name: bytes, xml: bytes) -> None:
        self._found[name] += len(_PATTERNS[name].findall(xml))
        most, what = _MOST[name]
        if self._found[name] > most:
            raise Unsound(f"has more than {most:,} {what}, which no workbook needs")
