"""The typeface of the page, inside the page: of Source Sans Pro the letters that the page uses."""

import base64
import io

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from selector.report.fonts import FOLDER

_WEIGHTS = ((400, "SourceSansPro-Regular.ttf"), (600, "SourceSansPro-Semibold.ttf"))
NAME = "Paper"
"""Its licence keeps its own name for the font as a whole."""


def typeface(text: str) -> str:
    """The rules of a style sheet that bring the letters of a text with them."""
    letters = "".join(sorted(set(text)))
    return "\n".join(
        f"@font-face {{ font-family: {NAME}; font-weight: {weight}; "
        f"src: url(data:font/ttf;base64,{base64.b64encode(_subset(file, letters)).decode()}); }}"
        for weight, file in _WEIGHTS
    )


def _subset(file: str, letters: str) -> bytes:
    options = Options(name_IDs=[], notdef_outline=True, hinting=False, layout_features=["kern", "liga", "tnum"])
    with TTFont(FOLDER / file, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(font)
        made = io.BytesIO()
        font.save(made)
    return made.getvalue()
