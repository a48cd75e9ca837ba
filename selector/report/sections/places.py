"""A map of who serves whom."""

from selector.report.blocks import Block
from selector.report.charts.places import place_maps, where_each_works
from selector.report.facts import Facts
from selector.report.paper import Section


def places(facts: Facts) -> Section | None:
    """Maps; None where the places of buyers are not known."""
    found: list[Block] = [*place_maps(facts)]
    each = where_each_works(facts)
    if each is not None:
        found.append(each)
    return Section("places", ("Who serves whom",), tuple(found)) if found else None
