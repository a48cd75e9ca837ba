"""Who provides, is active, serves and stands: indicators of the accepted bids."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block
from selector.program.columns import Columns
from selector.program.indicator import indicator


def rows(columns: Columns) -> Iterator[Block]:
    """Rows that tie provide to accept, active to provide, serve to accept and stand to serve."""
    c = columns
    yield from indicator("provide", c.accept, c.provide, c.provides, lot=c.lot)
    providers = np.flatnonzero(np.isin(c.provide_bidder, c.active_bidder))
    active = np.searchsorted(c.active_bidder, c.provide_bidder[providers])
    yield from indicator(
        "active", c.first_provide + providers, c.first_active + active, np.arange(c.first_active, c.first_serve)
    )
    yield from indicator(
        "serve", c.accept[c.local], c.serve, np.arange(c.first_serve, c.first_stand), lot=c.lot[c.local]
    )
    stand = np.searchsorted(c.stand_bidder, c.serve_bidder)
    yield from indicator(
        "stand",
        np.arange(c.first_serve, c.first_stand),
        c.first_stand + stand,
        np.arange(c.first_stand, c.first_member),
    )
    networked = np.flatnonzero(c.appraisal.services.network[c.provide_service])
    yield from indicator("member", c.first_provide + networked, c.member, np.arange(c.first_member, c.first_outpost))
