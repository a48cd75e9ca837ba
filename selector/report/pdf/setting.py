"""Setting pages with Typst."""

import re
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

import typst

from selector.report.fonts import FAMILY, FOLDER

_TEMPLATE = Path(__file__).parent / "paper.typ"
_STANDARD: Final = "ua-1"
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
"""What Typst says of text that no typeface has: a tagged file may not hold such."""
_CODE = re.compile(r"\\u\{([0-9a-f]{1,6})\}")


class Unshowable(Exception):
    """There are letters that no typeface has."""

    def __init__(self, texts: frozenset[str]) -> None:
        super().__init__("no typeface has some letters")
        self.texts = texts
        """They, each with those that it cannot be set apart from."""


def pages(data: str, year: int, *, system_fonts: bool) -> bytes:
    """The pages of a paper, as PDF/UA-1; Typst refuses what would break that, as far as a machine can tell.

    Raises
    ------
    Unshowable
        if some of its letters are in none of the typefaces.
    """
    try:
        return typst.compile(
            _TEMPLATE,
            font_paths=_fonts(system_fonts=system_fonts),
            sys_inputs={"paper": data, "family": FAMILY},
            pdf_standards=_STANDARD,
            timestamp=datetime(year, 1, 1, tzinfo=UTC),
        )
    except typst.TypstError as error:
        texts = _MISSING.findall(f"{error}\n{error.diagnostic}")
        if not texts:
            raise
        raise Unshowable(frozenset(_CODE.sub(lambda code: chr(int(code[1], 16)), text) for text in texts)) from None


@lru_cache(maxsize=2)
def _fonts(*, system_fonts: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=system_fonts, include_embedded_fonts=True, font_paths=[FOLDER])
