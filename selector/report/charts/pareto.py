"""The Pareto front: what more of one objective costs in another."""

from decimal import Decimal
from typing import Any

from models.front import Front, FrontObjective
from selector.report.blocks import Chart
from selector.report.charts.look import specification, values
from selector.report.charts.spend import scaled
from selector.report.colours import INK, PALETTE
from selector.report.listed import listed


def pareto(front: Front) -> Chart:
    """A dot a point by the first two objectives, the award proposed as a diamond; a third objective is the size."""
    import altair as alt

    across, up = front.objectives[:2]
    third = front.objectives[2] if len(front.objectives) > 2 else None
    places = _places(front)
    scales = [_scale(front, at, places) for at in range(len(front.objectives))]
    data: list[dict[str, Any]] = [
        {
            "x": float(place[0]) / scales[0][0],
            "y": float(place[1]) / scales[1][0],
            "size": 1.0 if third is None else float(place[2]) / scales[2][0],
            "best": best,
        }
        for place, best in places
    ]
    dots = (
        alt.Chart(values(data))
        .mark_point(filled=True, stroke=INK, strokeWidth=1, opacity=1)
        .encode(
            x=alt.X("x:Q", title=_title(across, scales[0][1]), scale=alt.Scale(zero=False, padding=10)),
            y=alt.Y("y:Q", title=_title(up, scales[1][1]), scale=alt.Scale(zero=False, padding=10)),
            shape=alt.condition("datum.best", alt.value("diamond"), alt.value("circle")),
            color=alt.condition("datum.best", alt.value(PALETTE[1]), alt.value(PALETTE[0])),
            order=alt.Order("best:N"),
            size=alt.value(90)
            if third is None
            else alt.Size("size:Q", title=_title(third, scales[2][1]), scale=alt.Scale(range=[40, 260])),
        )
        .properties(width=420, height=260)
    )
    sized = f", and the larger a dot the more {third.name}" if third is not None else ""
    names = listed([objective.name for objective in front.objectives])
    return Chart(
        "pareto",
        f"What could be had instead, by {across.name} and {up.name}",
        f"Scatter of awards by {across.name} and {up.name}{sized}. No award is better than one of them in all of {names}. The award proposed is the diamond. The table has the figures.",
        specification(dots),
    )


def _places(front: Front) -> list[tuple[tuple[Decimal, ...], bool]]:
    """Where each point is, and whether it is the award proposed; that has a place of its own where it is no point."""
    found = [(point.values, point.best) for point in front.points]
    totals = front.best.totals
    if totals is not None and not any(best for _, best in found):
        found.append((tuple(getattr(totals, each.name) for each in front.objectives), True))
    return found


def _scale(front: Front, at: int, places: list[tuple[tuple[Decimal, ...], bool]]) -> tuple[float, str]:
    unit = front.objectives[at].unit
    if unit != "£":
        return 1.0, unit
    return scaled(max(abs(float(place[at])) for place, _ in places))


def _title(objective: FrontObjective, unit: str) -> str:
    better = "more is better" if objective.more_is_better else "less is better"
    return f"{objective.name.capitalize()}, {unit} ({better})"
