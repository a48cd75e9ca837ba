"""Setting pages with Typst, and what to do about letters that no typeface at hand has."""

from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

import typst

from selector.report.fonts import FAMILY, FOLDER

_TEMPLATE = Path(__file__).parent / "paper.typ"
_PROBE = Path(__file__).parent / "probe.typ"
_STANDARD: Final = "ua-1"
_MISSING = "could not be displayed"
"""What Typst says of text that no typeface has: a tagged file may not hold such."""
_MOST_PROBES = 400


class Unshowable(Exception):
    """There are letters that no typeface has."""


def pages(data: str, year: int, *, system_fonts: bool) -> bytes:
    """The pages of a paper, as PDF/UA-1; Typst refuses what would break that, as far as a machine can tell.

    Raises
    ------
    Unshowable
        if some of its letters are in none of the typefaces.
    """
    return _compiled(_TEMPLATE, {"paper": data, "family": FAMILY}, year, system_fonts=system_fonts)


def unshowable(letters: str, *, system_fonts: bool) -> str:
    """Those of some letters that are in none of the typefaces; of very many some that are may be among them."""
    probes = 0

    def among(some: str) -> str:
        nonlocal probes
        probes += 1
        if probes <= _MOST_PROBES and _is_shown(some, system_fonts=system_fonts):
            return ""
        if len(some) == 1 or probes > _MOST_PROBES:
            return some
        middle = len(some) // 2
        return among(some[:middle]) + among(some[middle:])

    # In the order of their codes, so that letters of one script stand together.
    return among("".join(sorted(set(letters)))) if letters else ""


def _is_shown(letters: str, *, system_fonts: bool) -> bool:
    try:
        _compiled(_PROBE, {"letters": letters, "family": FAMILY}, 2000, system_fonts=system_fonts)
    except Unshowable:
        return False
    return True


@lru_cache(maxsize=2)
def _fonts(*, system_fonts: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=system_fonts, include_embedded_fonts=True, font_paths=[FOLDER])


def _compiled(template: Path, inputs: dict[str, str], year: int, *, system_fonts: bool) -> bytes:
    try:
        return typst.compile(
            template,
            font_paths=_fonts(system_fonts=system_fonts),
            sys_inputs=inputs,
            pdf_standards=_STANDARD,
            timestamp=datetime(year, 1, 1, tzinfo=UTC),
        )
    except typst.TypstError as error:
        if _MISSING in str(error):
            raise Unshowable from None
        raise
