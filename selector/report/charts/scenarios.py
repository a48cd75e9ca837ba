"""Scenarios side by side: cost, quality, liability and disruption of each."""

from decimal import Decimal
from typing import Any

from selector.report.blocks import Chart
from selector.report.charts.look import short, specification, values
from selector.report.charts.spend import scaled
from selector.report.colours import INK, PALETTE

Named = tuple[str, dict[str, Decimal]]
"""A scenario, and its totals by name."""


def scenarios(found: list[Named], disruption: str, caption: str) -> Chart:
    """A panel for each total, a dot for each scenario; ``found`` has first what the others are held against."""
    import altair as alt

    panels = []
    order = [short(name, 30) for name, _ in found]
    for at, (total, title, better) in enumerate(
        (
            ("cost", "Cost", "less is better"),
            ("quality", "Quality, points", "more is better"),
            ("liability", "Liability", "less is better"),
            ("disruption", f"Disruption, {disruption}", "less is better"),
        )
    ):
        figures = [float(totals[total]) for _, totals in found]
        divisor, unit = scaled(max(map(abs, figures))) if total in ("cost", "liability") else (1.0, "")
        data: list[dict[str, Any]] = [
            {"scenario": name, "value": figure / divisor, "first": place == 0}
            for place, (name, figure) in enumerate(zip(order, figures, strict=True))
        ]
        heading = f"{title}, {unit}" if unit else title
        base = alt.Chart(values(data), title=alt.Title(heading, subtitle=better, fontSize=11, subtitleFontSize=10))
        y = alt.Y(
            "scenario:N", sort=order, title=None, axis=alt.Axis(labels=not at, ticks=False, domain=False, grid=True)
        )
        x = alt.X(
            "value:Q",
            title=None,
            scale=alt.Scale(zero=total in ("liability", "disruption"), padding=8),
            axis=alt.Axis(tickCount=3),
        )
        dots = base.mark_point(filled=True, size=80, stroke=INK, strokeWidth=1, opacity=1).encode(
            x=x,
            y=y,
            color=alt.condition("datum.first", alt.value(PALETTE[1]), alt.value(PALETTE[0])),
            shape=alt.condition("datum.first", alt.value("diamond"), alt.value("circle")),
        )
        panels.append(dots.properties(width=105, height=alt.Step(22)))
    return Chart(
        "scenarios",
        caption,
        f"Four panels with a mark for each award: cost, quality, liability and disruption. The first, a diamond, is {found[0][0]}. The table has every figure.",
        specification(alt.hconcat(*panels, spacing=18)),
    )
