"""How cells look: their number formats, colours, and whether they are locked."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from selector.files.cells import Day, Kind, Number

TEXT = "@"
DATE = "dd mmm yyyy"

_INK = "#1F2933"
_DARK, _PALE, _FREE = "#1F4E79", "#DCE6F1", "#E2EFDA"
_QUIET = "#7F7F7F"

Properties = dict[str, Any]

REQUIRED: Properties = {"bg_color": _DARK, "font_color": "#FFFFFF", "bold": True}
OPTIONAL: Properties = {"bg_color": _PALE, "font_color": _INK, "bold": True}
OWN: Properties = {"bg_color": _FREE, "font_color": _INK, "bold": True, "locked": False}
"""A heading that names a year, a criterion or a kind: people write it themselves."""
HEADING: Properties = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
EXAMPLE: Properties = {"italic": True, "font_color": _QUIET}
QUIET: Properties = {"font_color": _QUIET}

TABS = {True: _DARK, False: "#BFBFBF"}
"""Colours of the tabs of sheets that must be filled in, and of the others."""


class Formats:
    """The formats of a workbook, each made once: Excel takes 64,000 at most."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, *parts: Properties, **more: Any) -> Format:
        """The format with these properties, later ones before earlier ones."""
        properties: Properties = {}
        for part in (*parts, more):
            properties |= part
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


@dataclass(frozen=True)
class Look:
    """The formats that the cells of a column take, by what stands in them."""

    value: Format
    """Of numbers and dates; of text where the column is one of text."""
    text: Format
    quoted: Format
    """Of text that a spreadsheet would run, were it typed in again."""

    @classmethod
    def of(cls, formats: Formats, kind: Kind, *parts: Properties) -> "Look":
        """That of a column of this kind; data are never locked."""
        shown = number_format(kind)
        # Text among numbers is a number that a spreadsheet would round: formatted as a number it would do so on an edit.
        side: Properties = {"indent": 1} if shown == TEXT else {"align": "right"}
        return cls(
            value=formats.of(*parts, locked=False, num_format=shown),
            text=formats.of(*parts, side, locked=False, num_format=TEXT),
            quoted=formats.of(*parts, side, locked=False, num_format=TEXT, quote_prefix=True),
        )


def number_format(kind: Kind) -> str:
    """What Excel calls the number format of a column; what is no number or date is text, lest 2013-14 become a date."""
    match kind:
        case Day():
            return DATE
        case Number(fraction=True):
            return "0.0###%"
        case Number(whole=True):
            return "#,##0"
        case Number(money=True):
            return "#,##0.00####"
        case Number():
            return "General"
    return TEXT
