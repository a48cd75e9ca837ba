"""Pooled viability: a bidder of local services serves enough people, each counted once."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each bidder that must be viable: people served in local services >= viability x stand."""
    c = columns
    bidders = c.appraisal.bidders
    people = np.zeros(len(c.appraisal.limits.buyers))
    people[c.appraisal.lots.buyer] = c.appraisal.lots.people
    entries = (
        Entries()
        .add(
            np.searchsorted(c.stand_bidder, c.serve_bidder),
            np.arange(c.first_serve, c.first_stand),
            people[c.serve_buyer],
        )
        .add(
            np.arange(len(c.stand_bidder)),
            np.arange(c.first_stand, c.first_member),
            -bidders.viability[c.stand_bidder],
        )
    )
    yield entries.block("viability", 0, np.inf, len(c.stand_bidder), lambda k: (bidders.ids[c.stand_bidder[k]],))
