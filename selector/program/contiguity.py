"""The ground that a provider serves hangs together.

From a root, which is one of the places served, a unit flows to each other place served, through places served only
(single-commodity flow; Magnanti and Wolsey, *Optimal trees*, 1995).
"""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.ground_columns import Territory
from selector.program.indicator import indicator, numbered


def rows(columns: Columns) -> Iterator[Block]:
    """Rows for each provider of a service whose ground is to hang together."""
    for territory in columns.grounds.territories:
        yield from _of_territory(columns, territory)


def _of_territory(columns: Columns, territory: Territory) -> Iterator[Block]:
    c, t = columns, territory
    count, place = len(t.place), np.arange(len(t.place))
    source, sink = t.arcs[:, 0], t.arcs[:, 1]
    service = t.ground.service
    key = (c.appraisal.bidders.ids[t.bidder], c.appraisal.services.ids[service])
    yield from indicator("here", c.accept[t.pair], t.here[t.at], t.here, key, lot=c.lot[t.pair])
    rooted = Entries().add(place, t.root, 1).add(place, t.here, -1)
    yield rooted.block("root_here", -np.inf, 0, count, numbered(*key))
    one = Entries().add(0, t.root, 1).add(0, c.provide_of(t.bidder, service), -1)
    yield one.block("one_root", 0, 0, 1, lambda _: key)
    # What flows out has flowed in: a place that is not served passes nothing on.
    carried = Entries().add(sink, t.flow, 1).add(place, t.here, 1 - count)
    yield carried.block("flow_to", -np.inf, 0, count, numbered(*key))
    fed = Entries().add(sink, t.flow, 1).add(source, t.flow, -1).add(place, t.here, -1).add(place, t.root, count)
    yield fed.block("contiguity", 0, np.inf, count, lambda _: key)
