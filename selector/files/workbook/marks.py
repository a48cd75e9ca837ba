"""Cells that hold something, and yet no value: errors, and formulas that no spreadsheet has worked out.

To a reader they look blank, and blank means something else.
"""

import re
from dataclasses import dataclass, field

from models.faults import shown
from selector.files.cells.kind import Cell, Unreadable
from selector.files.cells.text import is_error
from selector.files.workbook.references import Position, position

MOST_MARKS = 100_000

_P = rb"(?:[\w.-]+:)?"
_F = rb"<" + _P + rb"f(?=[\s/>])(?:[^<>]*/>|[^<>]*>([^<]*)</" + _P + rb"f\s*>)"
_V = rb"(?:<" + _P + rb"v\s*/>|<" + _P + rb"v(?:\s[^<>]*)?>([^<]*)</" + _P + rb"v\s*>)"
_FORMULA = re.compile(rb"\s*" + _F + rb"\s*" + _V + rb"?\s*(?=</)")
_VALUE = re.compile(rb"\s*(?:" + _F + rb")?\s*" + _V)
_FORMULAS = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"([^<>]*>)(?=\s*<' + _P + rb"f[\s/>])")
_ERRORS = re.compile(rb"""<c r="([A-Z]{1,3}[0-9]{1,7})"([^<>]*\st\s*=\s*["']e["'][^<>]*>)""")
_TYPE = re.compile(rb"""\st\s*=\s*["'](\w+)["']""")


@dataclass
class Marks:
    """What stands in place of the values of such cells, by row and column."""

    cells: dict[Position, Cell] = field(default_factory=dict)
    zeros: dict[Position, Cell] = field(default_factory=dict)
    """Formulas whose value is 0: some programs write that of every formula, for Excel to work out later."""

    def look(self, xml: bytes) -> None:
        """Look through XML in which every cell names itself as ``<c r="D7"``."""
        for pattern, sign in ((_FORMULAS, b"f"), (_ERRORS, b"e")):
            if sign == b"f" and b"<f" not in xml and b":f" not in xml:
                continue
            if sign == b"e" and b'"e"' not in xml and b"'e'" not in xml:
                continue
            for found in pattern.finditer(xml):
                at = position(found[1])
                if at is not None:
                    self.look_at(xml, found.end(), at, b" " + found[2])

    def look_at(self, xml: bytes, after: int, at: Position, attributes: bytes) -> None:
        """Look at one cell, whose content begins in the XML at ``after``."""
        sort = _TYPE.search(attributes)
        if sort and sort[1] == b"e":
            value = _VALUE.match(xml, after)
            text = (value[2] or b"").decode(errors="replace").strip() if value else ""
            self._put(at, text if is_error(text) else Unreadable(f"{shown(text)} is an error of the spreadsheet"))
            return
        formula = _FORMULA.match(xml, after)
        if formula is None:
            return
        value_text = (formula[2] or b"").strip()
        # A formula that gives an empty text has one, and says so by its type.
        if not value_text and not (sort and sort[1] == b"str"):
            self._put(at, _uncalculated(formula[1]))
        elif value_text == b"0" and len(self.zeros) < MOST_MARKS:
            self.zeros[at] = _uncalculated(formula[1])

    def _put(self, at: Position, cell: Cell) -> None:
        if len(self.cells) <= MOST_MARKS:
            self.cells[at] = cell


def _uncalculated(formula: bytes | None) -> Unreadable:
    text = (formula or b"").decode(errors="replace").strip()
    what = f"the formula ={shown(text)[1:-1]}" if text else "the formula"
    return Unreadable(
        f"{what} has not been worked out: open the workbook in Excel or LibreOffice and save it, or write the value"
    )
