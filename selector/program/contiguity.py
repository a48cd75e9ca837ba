"""The ground that a provider serves hangs together.

From a root, which is one of the places served, a unit flows to each other place served, through places served only
(single-commodity flow; Magnanti and Wolsey, *Optimal trees*, 1995). The relaxation of that says little: a small part of a
root in each place feeds them all. So what no whole root could feed is ruled out as well: a place is served only if the root is
there or a neighbour is served, and only if the root is in its part of the ground (node cuts; Carvajal et al., *Imposing
connectivity constraints in forest planning models*, 2013).
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.ground_columns import Territory
from selector.program.indicator import indicator, numbered

Ints = NDArray[np.int64]


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
    beside = Entries().add(place, t.root, 1).add(place, t.here, -1).add(source, t.here[sink], 1)
    yield beside.block("contiguity", 0, np.inf, count, lambda _: key)
    yield from _in_its_part(t, c.provide_of(t.bidder, service), source, sink, key)


def _in_its_part(t: Territory, provide: int, source: Ints, sink: Ints, key: tuple[str, ...]) -> Iterator[Block]:
    """Rows for ground in several parts: the root is in that of each place served; of the largest, in no other."""
    count, place = len(t.place), np.arange(len(t.place))
    arcs = coo_array((np.ones(len(source)), (source, sink)), shape=(count, count))
    parts, of_place = connected_components(arcs, directed=False)
    if parts == 1:
        return
    large = of_place == np.bincount(of_place).argmax()
    apart = of_place[:, None] != of_place
    row, root = np.nonzero(~apart & ~large[:, None])
    within = Entries().add(row, t.root[root], 1).add(place[~large], t.here[~large], -1)
    row, root = np.nonzero(apart & large[:, None])
    within.add(row, t.root[root], -1).add(place[large], t.here[large], -1).add(place[large], provide, 1)
    yield within.block("contiguity", 0, np.inf, count, lambda _: key)
