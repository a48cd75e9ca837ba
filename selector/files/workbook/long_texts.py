"""Texts that are too long for a cell: they stand in parts on a sheet of their own."""

from collections.abc import Iterator

LONG_TEXTS = "Long texts"
"""The sheet: its first column numbers the texts, its second the parts of each, from 1; its third holds the parts."""

HEADINGS = ("Long text", "Part", "Text")

MOST_UNITS = 32_767
"""What a cell of Excel holds, in UTF-16 units."""

_HIGH_SURROGATES = range(0xD800, 0xDC00)


class LongTexts:
    """The long texts of a workbook, gathered while its cells are written."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def short(self, text: str) -> str:
        """The text or, if it is too long for a cell, what stands for it there."""
        if len(text) <= MOST_UNITS // 2 or len(text.encode("utf-16-le")) <= 2 * MOST_UNITS:
            return text
        self._texts.append(text)
        return f"[long text {len(self._texts)}]"

    def rows(self) -> Iterator[tuple[int, int, str]]:
        """The rows of the sheet."""
        for number, text in enumerate(self._texts, start=1):
            for part, content in enumerate(in_parts(text), start=1):
                yield number, part, content

    def __bool__(self) -> bool:
        return bool(self._texts)


def in_parts(text: str) -> Iterator[str]:
    """A text cut so that each part fits into a cell, and no letter is cut in two."""
    units = text.encode("utf-16-le")
    start = 0
    while start < len(units):
        end = start + 2 * MOST_UNITS
        if end < len(units) and int.from_bytes(units[end - 2 : end], "little") in _HIGH_SURROGATES:
            end -= 2
        yield units[start:end].decode("utf-16-le")
        start = end
