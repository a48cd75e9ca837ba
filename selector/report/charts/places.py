"""Maps: where buyers are, and who serves them. Dots alone: no tiles, no network."""

import math
from collections import Counter
from typing import Any

from models import Buyer
from selector.report.blocks import Chart
from selector.report.charts.labels import sides
from selector.report.charts.look import short, specification, values
from selector.report.clean import clean
from selector.report.colours import INK, OTHERS
from selector.report.facts import Facts
from selector.report.legend import OWN_STAFF

_WIDTH = 430.0
_MOST_HEIGHT = 470.0
_SMALL = 118.0
_MOST_SMALL = 8
_FEWEST, _MANY = 3, 60
"""Buyers for which a map is worth its room, and beyond which each region has one of its own."""


def placed(facts: Facts) -> list[Buyer]:
    """The buyers whose place is known and that are awarded anything."""
    return [buyer for buyer in facts.case.buyers if _is_placed(buyer) and buyer.id in facts.lots_of]


def _is_placed(buyer: Buyer) -> bool:
    return buyer.lon is not None and buyer.lat is not None


def largest_provider(facts: Facts, buyer: Buyer) -> str:
    """Who wins most of a buyer's lots; of several, who wins most in all."""
    rank = {key: at for at, key in enumerate(facts.legend.keys)}
    lots = Counter(facts.legend.key(row) for _, row in facts.lots_of[buyer.id])
    return min(lots, key=lambda key: (-lots[key], rank[key]))


def place_maps(facts: Facts) -> list[Chart]:
    """A map of all buyers, or one of each region where they are many; none where places are unknown."""
    buyers = placed(facts)
    regions = list(dict.fromkeys(buyer.region for buyer in buyers))
    if len(buyers) <= _MANY or len(regions) < 2 or None in regions:
        return [] if len(buyers) < _FEWEST else [_place_map(facts, buyers, "map", "")]
    parts = [(name, [buyer for buyer in buyers if buyer.region == name]) for name in regions]
    return [
        _place_map(facts, part, f"map-{number}", clean(name or ""))
        for number, (name, part) in enumerate(parts)
        if len(part) >= _FEWEST
    ]


def _place_map(facts: Facts, buyers: list[Buyer], name: str, region: str) -> Chart:
    """A dot a buyer, in the colour and with the letters of who wins most of its lots."""
    import altair as alt

    data = []
    largest: Counter[str] = Counter()
    for buyer, (x, y) in zip(buyers, _flat(buyers), strict=True):
        key = largest_provider(facts, buyer)
        largest[key] += 1
        code = facts.legend.code(key)
        letters = "" if key == OWN_STAFF else code.letters
        data.append({"x": x, "y": y, "letters": letters, "colour": code.colour, "buyer": facts.buyer(buyer.id).text})
    width, height = _size(data, _WIDTH, _MOST_HEIGHT)
    # Dots as large as there is room for: they are told apart by the letters in them.
    side = min(max(math.sqrt(width * height / len(data)) * 0.75, 11.0), 22.0)
    base = _base(alt, data).properties(width=width, height=height)
    dots = base.mark_circle(size=side * side * 0.8, stroke=INK, strokeWidth=0.7, opacity=1).encode(
        color=alt.Color("colour:N", scale=None)
    )
    letters = base.mark_text(fontSize=max(side * 0.5, 7.0), fontWeight=600, color=INK).encode(text="letters:N")
    layers = [dots, letters, *_names(alt, data, width, height, side / 2)]
    told = "; ".join(facts.legend.name(key).text for key, _ in largest.most_common(4))
    return Chart(
        name,
        f"Who wins most of each buyer's lots{f': {region}' if region else ''}",
        f"Map of the buyers{f' of {region}' if region else ''} as dots, each with the letters of the provider that wins most of its lots. Most often these are {told}. The sheets per buyer tell the same in words.",
        specification(alt.layer(*layers)),
    )


def _names(alt: Any, data: list[dict[str, Any]], width: float, height: float, radius: float) -> list[Any]:
    """Names of buyers beside their dots, where there is room."""
    lefts, tops = _ends(data, "x"), _ends(data, "y")
    places = [
        (
            (row["x"] - lefts[0]) / (lefts[1] - lefts[0]) * width,
            (tops[1] - row["y"]) / (tops[1] - tops[0]) * height,
        )
        for row in data
    ]
    names = [short(row["buyer"].removeprefix("NHS "), 30) for row in data]
    found = sides(places, names, radius + 2, width)
    at: dict[str, dict[str, Any]] = {
        "right": {"align": "left", "dx": radius + 2},
        "left": {"align": "right", "dx": -radius - 2},
        "above": {"dy": -radius - 6},
        "below": {"dy": radius + 6},
    }
    layers = []
    for side, shift in at.items():
        told = [{**row, "name": name} for row, name, its in zip(data, names, found, strict=True) if its == side]
        if told:
            layers.append(
                alt.Chart(values(told))
                .mark_text(fontSize=9, **shift)
                .encode(x=alt.X(**_axis(alt, data, "x")), y=alt.Y(**_axis(alt, data, "y")), text="name:N")
            )
    return layers


def where_each_works(facts: Facts) -> Chart | None:
    """A small map for each of the larger providers: filled where it serves the buyer."""
    import altair as alt

    buyers = placed(facts)
    keys = [key for key in facts.legend.keys if key != OWN_STAFF][:_MOST_SMALL]
    if len(buyers) < 2 * _FEWEST or len(keys) < 2:
        return None
    data: list[dict[str, Any]] = []
    flat = list(zip(buyers, _flat(buyers), strict=True))
    for key in keys:
        code = facts.legend.code(key)
        title = f"{code.letters}  {short(code.meaning.text, 24)}"
        for buyer, (x, y) in flat:
            served = any(facts.legend.key(row) == key for _, row in facts.lots_of[buyer.id])
            data.append(
                {"x": x, "y": y, "provider": title, "served": served, "colour": code.colour if served else OTHERS}
            )
    width, height = _size(data, _SMALL, _SMALL * 1.5)
    base = _base(alt, data).properties(width=width, height=height)
    size = min(max(2600 / len(buyers), 12), 60)
    dots = base.mark_circle(size=size, opacity=1).encode(
        color=alt.Color("colour:N", scale=None),
        stroke=alt.condition("datum.served", alt.value(INK), alt.value(None)),
        strokeWidth=alt.value(0.6),
        order=alt.Order("served:N"),
    )
    names = ", ".join(facts.legend.name(key).text for key in keys)
    return Chart(
        "where",
        "Where each of the larger providers works",
        f"Small maps, one for each of these providers: {names}. Dots with an outline are the buyers that it serves with at least one service.",
        specification(
            dots.facet(facet=alt.Facet("provider:N", sort=None, title=None), columns=4).resolve_scale(
                color="independent"
            )
        ),
    )


def _flat(buyers: list[Buyer]) -> list[tuple[float, float]]:
    """Places on a plane, in degrees of latitude: true to shape about their middle."""
    lats = [buyer.lat or 0.0 for buyer in buyers]
    shrink = math.cos(math.radians((min(lats) + max(lats)) / 2))
    return [(round((buyer.lon or 0.0) * shrink, 5), round(buyer.lat or 0.0, 5)) for buyer in buyers]


def _size(data: list[dict[str, Any]], width: float, most_height: float) -> tuple[float, float]:
    """Width and height of a map with the shape of the ground."""
    across = max(row["x"] for row in data) - min(row["x"] for row in data) or 0.1
    up = max(row["y"] for row in data) - min(row["y"] for row in data) or 0.1
    height = width * up / across
    if height > most_height:
        return round(max(width * most_height / height, 60.0)), round(most_height)
    return round(width), round(max(height, 60.0))


def _base(alt: Any, data: list[dict[str, Any]]) -> Any:
    return alt.Chart(values(data)).encode(x=alt.X(**_axis(alt, data, "x")), y=alt.Y(**_axis(alt, data, "y")))


def _axis(alt: Any, data: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return {
        "shorthand": f"{name}:Q",
        "axis": None,
        "scale": alt.Scale(domain=_ends(data, name), zero=False, nice=False),
    }


def _ends(data: list[dict[str, Any]], name: str) -> list[float]:
    """From where to where a map reaches: a little beyond its dots."""
    found = [row[name] for row in data]
    room = (max(found) - min(found)) * 0.04 or 0.05
    return [min(found) - room, max(found) + room]
