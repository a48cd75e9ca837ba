"""How many lots one bidder may win."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.scale import provider_key


def rows(columns: Columns) -> Iterator[Block]:
    """Lots won of a service <= its cap x provide, and lots won of all services <= the cap in all; not at home."""
    yield from _of_services(columns)
    yield from _in_all(columns)


def _of_services(columns: Columns) -> Iterator[Block]:
    c = columns
    bound = ~c.appraisal.bidders.at_home[c.provide_bidder]
    cap = np.where(bound, c.appraisal.services.max_lots[c.provide_service], np.inf)
    capped = np.flatnonzero(np.isfinite(cap))
    place = np.full(len(cap), -1)
    place[capped] = np.arange(len(capped))
    row = place[c.provide - c.first_provide]
    kept = row >= 0
    entries = (
        Entries().add(row[kept], c.accept[kept], 1).add(np.arange(len(capped)), c.first_provide + capped, -cap[capped])
    )
    yield entries.block("max_lots", -np.inf, 0, len(capped), provider_key(c, capped))


def _in_all(columns: Columns) -> Iterator[Block]:
    c = columns
    bidders = c.appraisal.bidders
    if not np.isfinite(c.appraisal.limits.max_lots):
        return
    bound = np.setdiff1d(c.bidder, np.flatnonzero(bidders.at_home))
    kept = np.flatnonzero(~bidders.at_home[c.bidder])
    entries = Entries().add(np.searchsorted(bound, c.bidder[kept]), c.accept[kept], 1)
    yield entries.block(
        "max_lots", -np.inf, c.appraisal.limits.max_lots, len(bound), lambda k: (bidders.ids[bound[k]],)
    )
