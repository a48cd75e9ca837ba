"""A map of who serves whom."""

from selector.report.blocks import Block
from selector.report.charts.places import place_map, where_each_works
from selector.report.facts import Facts
from selector.report.paper import Section


def places(facts: Facts) -> Section | None:
    """Maps; None where the places of buyers are not known."""
    found: list[Block] = [chart for chart in (place_map(facts), where_each_works(facts)) if chart is not None]
    return Section("places", ("Who serves whom",), tuple(found)) if found else None
