"""Charts drawn: Vega-Lite to SVG, each once."""

import json
import re
from typing import Any

import vl_convert

from selector.report.blocks import Chart
from selector.report.fonts import FOLDER

# A chart is one picture with one alternative text; its groups of marks have none, and shall not be read out.
_TAG, _ROLE = re.compile(r"<[a-zA-Z][^<>]*>"), re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


class Pictures:
    """The SVG of each chart of a paper."""

    def __init__(self) -> None:
        vl_convert.register_font_directory(str(FOLDER))
        self._drawn: dict[str, str] = {}

    def svg(self, chart: Chart) -> str:
        """A chart as SVG. It is drawn from what is in its specification alone: nothing is fetched."""
        if chart.name not in self._drawn:
            self._drawn[chart.name] = _drawn(chart.spec)
        return self._drawn[chart.name]


def _drawn(spec: dict[str, Any]) -> str:
    svg = str(vl_convert.vegalite_to_svg(json.dumps(spec), allowed_base_urls=[]))
    return _TAG.sub(lambda tag: _ROLE.sub("", tag.group()), svg)
