"""How every chart looks, and what it is made of: no network, no script, no font that a machine has to have."""

from typing import TYPE_CHECKING, Any

from selector.report.colours import INK, LINE

if TYPE_CHECKING:
    import altair

FONT = "Source Sans Pro"
LONGEST = 42
"""Letters of a name in a chart; the whole name stands in the tables."""


def specification(chart: "altair.TopLevelMixin") -> dict[str, Any]:
    """A chart as Vega-Lite, in the look of all of them."""
    styled = chart.configure(
        font=FONT,
        # A chart is one picture with one alternative text: marks that read themselves out would tell it twice.
        aria=False,
        background="#FFFFFF",
        view={"stroke": None},
        axis={
            "labelColor": INK,
            "titleColor": INK,
            "domainColor": LINE,
            "tickColor": LINE,
            "gridColor": "#E4E7EB",
            "labelFontSize": 11,
            "titleFontSize": 11,
            "titleFontWeight": 600,
            "labelLimit": 300,
        },
        header={"labelColor": INK, "labelFontSize": 11, "labelFontWeight": 600, "labelLimit": 240},
        legend={"labelColor": INK, "titleColor": INK, "labelFontSize": 11},
        text={"color": INK, "fontSize": 11},
    )
    found: dict[str, Any] = styled.to_dict()
    return found


def short(text: str, longest: int = LONGEST) -> str:
    """A name that fits into a chart."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def values(rows: list[dict[str, Any]]) -> "altair.InlineData":
    """Rows as the data of a chart."""
    import altair as alt

    return alt.InlineData(values=rows)
