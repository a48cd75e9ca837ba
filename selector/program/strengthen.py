"""Rows that cut off no award but lift the bound of the relaxation.

The open providers of a service must between them have room for all of it. The linear relaxation knows as much, but
stated over the provide columns alone it is a knapsack from which the solver draws cover cuts (Gadegaard, Klose,
Nielsen 2018, on single-source location).
"""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.distinct import distinct_pairs


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each service with capacities: total room of its open providers >= its total volume."""
    c = columns
    services, bidders = c.appraisal.services, c.appraisal.bidders
    volume = c.appraisal.lots.volume
    total = np.bincount(c.appraisal.lots.service, volume, minlength=len(services))
    capacity = bidders.capacity[c.provide_bidder, c.provide_service]
    limited = np.unique(c.provide_service[np.isfinite(capacity)])
    place = np.full(len(services), -1)
    place[limited] = np.arange(len(limited))
    # Nobody has more room than all that it bids for, nor more than there is.
    lot, provide, _ = distinct_pairs(c.lot, c.provide - c.first_provide)
    offered = np.bincount(provide, volume[lot], minlength=len(capacity))
    room = np.minimum(np.minimum(capacity, offered), total[c.provide_service])
    row = place[c.provide_service]
    kept = row >= 0
    entries = Entries().add(row[kept], c.provides[kept], room[kept])
    yield entries.block("total_capacity", total[limited], np.inf, len(limited), lambda k: (services.ids[limited[k]],))
