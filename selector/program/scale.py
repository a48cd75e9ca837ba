"""The scale of a provider: between its floor and its capacity."""

from collections.abc import Callable, Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """For each provider: volume >= floor x provide, and volume <= capacity x provide."""
    c = columns
    bidders = c.appraisal.bidders
    volume = c.appraisal.lots.volume[c.lot].astype(np.float64)
    at = (c.provide_bidder, c.provide_service)
    for name, limit, lower, upper in (
        ("floor", np.where(bidders.floor > 0, bidders.floor, np.nan)[at], 0, np.inf),
        ("capacity", np.where(np.isfinite(bidders.capacity), bidders.capacity, np.nan)[at], -np.inf, 0),
    ):
        limited = np.flatnonzero(~np.isnan(limit))
        place = np.full(len(limit), -1)
        place[limited] = np.arange(len(limited))
        row = place[c.provide - c.first_provide]
        kept = row >= 0
        entries = (
            Entries()
            .add(row[kept], c.accept[kept], volume[kept])
            .add(np.arange(len(limited)), c.first_provide + limited, -limit[limited])
        )
        yield entries.block(name, lower, upper, len(limited), provider_key(c, limited))


def provider_key(
    columns: Columns, provide: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> Callable[[int], tuple[str, str]]:
    """Keys of rows: the bidder and the service of the provide columns at those positions."""
    bidders, services = columns.appraisal.bidders.ids, columns.appraisal.services.ids
    return lambda k: (bidders[columns.provide_bidder[provide[k]]], services[columns.provide_service[provide[k]]])
