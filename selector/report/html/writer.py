"""The paper as one page: its style and charts inside it, no script, nothing fetched."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from selector.report.blocks import Chart, Code, Exact, Group
from selector.report.colours import DARK, LIGHT
from selector.report.html.typeface import typeface
from selector.report.paper import Paper
from selector.report.pictures import Pictures
from selector.report.text import Figure, Quote, Text, plain

_HERE = Path(__file__).parent
_MARK = "/* typeface */"
"""Where the letters go once the text is there: before anything that a case says."""
_IDS = re.compile(r'(\bid="|url\(#|href="#)')


def html(paper: Paper, pictures: Pictures) -> str:
    """A paper as the text of a page."""
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )

    def picture(chart: Chart) -> Markup:
        # Several drawings on one page may use the same ids. What vl-convert draws is escaped already.
        svg = _IDS.sub(lambda found: found.group(1) + chart.name + "-", pictures.svg(chart))
        return Markup(svg)  # noqa: S704

    environment.globals.update(
        picture=picture,
        kind=lambda block: type(block).__name__.lower(),
        pieces=_pieces,
        plain=plain,
        light=LIGHT,
        dark=DARK,
        style=Markup((_HERE / "style.css").read_text(encoding="utf-8")),  # noqa: S704  ours
    )
    environment.tests.update(
        figure=lambda cell: isinstance(cell, Figure),
        quote=lambda cell: isinstance(cell, Quote),
        code=lambda cell: isinstance(cell, Code),
        exact=lambda cell: isinstance(cell, Exact),
        group=lambda row: isinstance(row, Group),
        text=lambda cell: isinstance(cell, tuple),
    )
    text = environment.get_template("page.html").render(paper=paper, mark=_MARK)
    return text.replace(_MARK, typeface(text), 1)


def _pieces(text: Text | str | Quote | Figure) -> Text:
    return text if isinstance(text, tuple) else (text,)
