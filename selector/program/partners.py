"""What partnerships win draws on their partners' capacity, by share."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from selector.program.block import Block, Entries
from selector.program.columns import Columns

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def rows(columns: Columns) -> Iterator[Block]:
    """Own volume + sum of share x volume of partnerships <= capacity: by service, and in WTE over all services."""
    yield from _by_service(columns)
    yield from _over_services(columns)


def _by_service(columns: Columns) -> Iterator[Block]:
    c = columns
    bidders, services = c.appraisal.bidders, c.appraisal.services
    partner, service = np.meshgrid(np.unique(bidders.partner), np.arange(len(services)), indexing="ij")
    limited = np.isfinite(bidders.capacity[partner, service])
    partner, service = partner[limited], service[limited]
    place = np.full(bidders.capacity.shape, -1)
    place[partner, service] = np.arange(len(partner))
    volume = c.appraisal.lots.volume[c.lot].astype(np.float64)
    entries = Entries()
    _drawn(entries, c, c.bidder, c.accept, lambda j: place[j, c.service], volume)
    yield entries.block(
        "shared_capacity",
        -np.inf,
        bidders.capacity[partner, service],
        len(partner),
        lambda k: (bidders.ids[partner[k]], services.ids[service[k]]),
    )


def _over_services(columns: Columns) -> Iterator[Block]:
    c = columns
    bidders = c.appraisal.bidders
    limited = np.flatnonzero(np.isfinite(bidders.capacity_wte))
    place = np.full(len(bidders), -1)
    place[limited] = np.arange(len(limited))
    entries = Entries()
    _drawn(entries, c, c.bidder, c.accept, lambda j: place[j], c.appraisal.lots.wte[c.lot].astype(np.float64))
    kept_there = c.appraisal.outposts.wte[c.outposts.entry].astype(np.float64)
    outposts = np.arange(c.outposts.first, c.outposts.stop)
    _drawn(entries, c, c.outposts.bidder, outposts, lambda j: place[j], kept_there)
    yield entries.block(
        "capacity_wte",
        -np.inf,
        bidders.capacity_wte[limited],
        len(limited),
        lambda k: (bidders.ids[limited[k]],),
    )


def _drawn(
    entries: Entries, columns: Columns, bidder: Ints, column: Ints, row_of: Callable[[Ints], Ints], amount: Floats
) -> None:
    """Add what columns of bidders draw: ``amount`` from the bidder and, for partnerships, share x ``amount`` from each partner.

    ``row_of`` gives the row of each column's bidder, or of a partner in its place; -1 where it has none.
    """
    bidders = columns.appraisal.bidders
    row = row_of(bidder)
    kept = row >= 0
    entries.add(row[kept], column[kept], amount[kept])
    for partnership, partner, share in zip(bidders.partnership, bidders.partner, bidders.share, strict=True):
        row = np.where(bidder == partnership, row_of(np.full_like(bidder, partner)), -1)
        kept = row >= 0
        entries.add(row[kept], column[kept], amount[kept] * (share / 1e6))
