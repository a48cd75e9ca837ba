"""How far the cells of a part of a workbook reach, and which of them hold no value: found without building the cells.

A reader lays out the whole rectangle that the cells span. One cell in the last corner of a sheet takes a few bytes in the
file and terabytes of memory.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from selector.files.tables import COLUMNS, ROWS
from selector.files.workbook.marks import Marks
from selector.files.workbook.references import Position, canonical, position

MOST_CELLS = 10_000_000
"""Cells in the rectangle that those with content span."""
_MOST_BY_TAG = 2_000_000
"""Cells that are looked at one by one, which takes a hundred times as long."""
_LONGEST_TAG = 8 << 20

# A prefix may stand before any name, and a value between quotes of either kind.
_PREFIXED = re.compile(rb":(?:c|row)[\s/>]")
_TOKEN = re.compile(
    rb"""<(/?)(?:[^\s<>/:"'=&!?]*:)?(row|c)(?=[\s/>])([^<>"']*+(?:(?:"[^"<]*+"|'[^'<]*+')[^<>"']*+)*+>)?"""
)
_R = re.compile(rb"""\sr\s*=\s*(?:"([^"]*)"|'([^']*)')""")


class Malformed(Exception):
    """The tags of cells cannot be told apart, or name no cells."""


@dataclass
class Sweep:
    """What the cells of one part come to."""

    exact: bool = False
    """Whether every tag is looked at by itself from the start, and cells without content are left aside."""
    cells: int = 0
    rows: int = 0
    columns: int = 0
    marks: Marks = field(default_factory=Marks)
    _row: int = 0
    _column: int = 0
    _by_tag: bool = False
    _looked_at: int = 0

    @property
    def is_too_large(self) -> bool:
        """Whether the cells are more, or reach farther, than is read."""
        return (
            self.rows > ROWS
            or self.columns > COLUMNS
            or self.rows * self.columns > MOST_CELLS
            or self.cells > MOST_CELLS
            or self._looked_at > _MOST_BY_TAG
        )

    def over(self, chunks: Iterable[bytes]) -> None:
        """Sweep over all of a part, or to where it is too large.

        Raises
        ------
        Malformed
            if the cells cannot be told apart.
        """
        rest = b""
        for chunk in chunks:
            xml = rest + chunk
            cut = _cut(xml)
            self._look(xml[:cut])
            rest = xml[cut:]
            if len(rest) > _LONGEST_TAG:
                raise Malformed
            if self.is_too_large:
                return
        self._look(rest)

    def _look(self, xml: bytes) -> None:
        # Formulas in such a section would be overlooked, and no spreadsheet writes any.
        if b"<![CDATA[" in xml and (self.cells or b"sheetData" in xml):
            raise Malformed
        if not (self.exact or self._by_tag or _PREFIXED.search(xml)):
            found = canonical(xml)
            if found is not None:
                self.cells += found[0]
                self.rows, self.columns = max(self.rows, found[1]), max(self.columns, found[2])
                self.marks.look(xml)
                return
        if not self._by_tag:
            self._by_tag, self._row, self._column = True, self.rows, self.columns
        self._tag_by_tag(xml)

    def _tag_by_tag(self, xml: bytes) -> None:
        for found in _TOKEN.finditer(xml):
            closing, name, attributes = found.groups()
            if attributes is None:
                raise Malformed
            if name == b"row":
                self._at_row(closing, attributes)
                continue
            if closing:
                continue
            at = self._at_cell(attributes)
            self._looked_at += 1
            if not attributes.endswith(b"/>"):
                self.cells += 1
                self.rows, self.columns = max(self.rows, at[0] + 1), max(self.columns, at[1] + 1)
                self.marks.look_at(xml, found.end(), at, attributes)
            if self._looked_at > _MOST_BY_TAG:
                return

    def _at_row(self, closing: bytes, attributes: bytes) -> None:
        if not closing and (found := _R.search(attributes)):
            number = found[1] or found[2] or b""
            if not (number.isdigit() and 0 < len(number) <= 10 and int(number)):
                raise Malformed
            self._row = int(number) - 1
        if closing or attributes.endswith(b"/>"):
            self._row, self._column = self._row + 1, 0

    def _at_cell(self, attributes: bytes) -> Position:
        at: Position | None = (self._row, self._column)
        if found := _R.search(attributes):
            at = position(found[1] or found[2] or b"")
        if at is None:
            raise Malformed
        self._column = at[1] + 1
        return at


def _cut(xml: bytes) -> int:
    """Where a piece of XML may be cut: before a row, so that a cell stays whole; else at least before a tag."""
    row = xml.rfind(b"<row")
    if row > 0:
        return row
    cell = xml.rfind(b"<c ")
    return cell if cell > 0 else max(xml.rfind(b"<"), 0)
