"""Which award is best at which weights: a triangle of three weights, or a strip of two."""

from collections.abc import Mapping, Sequence
from typing import Any

from models.stability import WeightMap, WeightName
from selector.report.blocks import Chart
from selector.report.charts.look import specification, values
from selector.report.charts.triangle import HEIGHT, Place, middle, place, strip
from selector.report.colours import INK, PALETTE, PAPER
from selector.report.legend import letters
from selector.report.listed import listed

WEIGHTED: Mapping[WeightName, str] = {
    "cost": "cost",
    "liability_weight": "liability",
    "disruption_value": "disruption",
    "quality_value": "quality",
    "price_weight": "price",
    "quality_weight": "quality",
}
"""What each weight is of."""
_COLOURS = {(True, True): PALETTE[1], (False, True): PALETTE[4], (True, False): "#FBE3DA", (False, False): PAPER}
"""Of a part, by whether it is that of the award proposed, and whether it is proven."""
_SIDE, _STRIP = 400.0, 70.0
_LEAST = 0.008
"""Of the map: the smallest region with room for its letter."""


def weights(found: WeightMap, today: Sequence[float]) -> Chart:
    """A map of weights; ``today`` are the shares of those in force, marked with a diamond."""
    names = [WEIGHTED[name] for name in found.weights]
    flat = len(names) == 2
    regions = [[place(tuple(map(float, corner))) for corner in region.corners] for region in found.regions]
    drawn = [strip(ends, _STRIP / _SIDE) for ends in regions] if flat else regions
    colours = [_COLOURS[each.is_best, each.proven] for each in found.regions]
    named = [
        {"x": x, "y": y, "letter": letters(at).lower()}
        for at, (region, (x, y)) in enumerate(zip(found.regions, map(middle, drawn), strict=True))
        if float(region.share) >= _LEAST
    ]
    corners = [(0.0, 0.0), (1.0, 0.0), (0.5, HEIGHT)][: len(names)]
    ends = [{"x": x, "y": y, "name": f"all on {name}"} for name, (x, y) in zip(names, corners, strict=True)]
    x, y = place(tuple(today))
    layers = [
        _areas(drawn, colours, flat=flat),
        _mark(named, "letter", fontSize=12, fontWeight=600),
        _points([{"x": x, "y": _STRIP / _SIDE / 2 if flat else y}]),
        *_titles(ends),
    ]
    shape = "Strip" if flat else "Triangle"
    where = "At each end" if flat else "In each corner"
    open_ones = "" if found.complete else " What is pale or white is not proven."
    return Chart(
        "weights",
        f"Which award is best at which weights{_this(found)}",
        f"{shape} of the weights of {listed(names)}. {where} one of them has all the weight. Each part is where one award is the best, with its letter in the table; that of the award proposed has a colour of its own, and the diamond is at the weights in force.{open_ones}",
        specification(_layered(layers, flat=flat)),
    )


def _this(found: WeightMap) -> str:
    """Which part is that of the award proposed, and where today is."""
    own = next((letters(at).lower() for at, each in enumerate(found.regions) if each.is_best), None)
    return "" if own is None else f": {own} is this award, and the diamond the weights in force"


def _areas(regions: list[list[Place]], colours: list[str], *, flat: bool) -> Any:
    import altair as alt

    data = [
        {"x": x, "y": y, "region": at, "step": step, "colour": colour}
        for at, (corners, colour) in enumerate(zip(regions, colours, strict=True))
        for step, (x, y) in enumerate(corners)
    ]
    height = _STRIP / _SIDE if flat else HEIGHT
    return (
        alt.Chart(values(data))
        .mark_line(filled=True, interpolate="linear-closed", stroke=INK, strokeWidth=0.8, opacity=1)
        .encode(
            x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False)),
            y=alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], nice=False)),
            order="step:Q",
            detail="region:N",
            fill=alt.Fill("colour:N", scale=None),
        )
    )


def _mark(data: list[dict[str, Any]], text: str, **look: Any) -> Any:
    import altair as alt

    return alt.Chart(values(data)).mark_text(color=INK, **look).encode(x="x:Q", y="y:Q", text=f"{text}:N")


def _points(data: list[dict[str, Any]]) -> Any:
    import altair as alt

    return (
        alt.Chart(values(data))
        .mark_point(shape="diamond", filled=True, size=110, fill=INK, stroke=PAPER, strokeWidth=1.5, opacity=1)
        .encode(x="x:Q", y="y:Q")
    )


def _titles(ends: list[dict[str, Any]]) -> list[Any]:
    """What has all the weight at each end, outside the map."""
    sides: list[dict[str, Any]] = [
        {"align": "left", "dy": 14},
        {"align": "right", "dy": 14},
        {"align": "center", "dy": -12},
    ]
    return [_mark([end], "name", fontSize=11, **side) for end, side in zip(ends, sides, strict=False)]


def _layered(layers: list[Any], *, flat: bool) -> Any:
    import altair as alt

    return alt.layer(*layers).properties(width=_SIDE, height=_STRIP if flat else _SIDE * HEIGHT)
