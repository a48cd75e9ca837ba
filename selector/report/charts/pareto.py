"""The Pareto front: what more of one objective costs in another."""

from typing import Any

from selector.report.blocks import Chart
from selector.report.charts.look import specification, values
from selector.report.charts.spend import scaled
from selector.report.colours import INK, PALETTE
from selector.report.front import Front, FrontObjective


def pareto(front: Front) -> Chart:
    """A dot a point by the first two objectives; the best award of the case is a diamond, a third objective the size."""
    import altair as alt

    across, up = front.objectives[:2]
    third = front.objectives[2] if len(front.objectives) > 2 else None
    scales = [_scale(front, at) for at in range(len(front.objectives))]
    data: list[dict[str, Any]] = [
        {
            "x": float(point.values[0]) / scales[0][0],
            "y": float(point.values[1]) / scales[1][0],
            "size": 1.0 if third is None else float(point.values[2]) / scales[2][0],
            "best": point.best,
        }
        for point in front.points
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
    return Chart(
        "pareto",
        f"What {up.name} costs in {across.name}",
        f"Scatter of awards by {across.name} and {up.name}{sized}. No award is better than one of them in every objective. The award proposed is the diamond. The table has every figure.",
        specification(dots),
    )


def _scale(front: Front, at: int) -> tuple[float, str]:
    unit = front.objectives[at].unit
    if unit != "£":
        return 1.0, unit
    return scaled(max((abs(float(point.values[at])) for point in front.points), default=0.0))


def _title(objective: FrontObjective, unit: str) -> str:
    better = "more is better" if objective.more_is_better else "less is better"
    return f"{objective.name.capitalize()}, {unit} ({better})"
