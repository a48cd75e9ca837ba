"""What buyers may have to pay in redundancy."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.excess import excess


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each buyer with a cap, and one for the cap in all: buyers' liability <= the cap."""
    c = columns
    limits = c.appraisal.limits
    share, least = excess(c.appraisal.bids.buyers_liability[c.pair], c.lot, len(c.appraisal.lots))
    unavoidable = np.bincount(c.appraisal.lots.buyer, least, minlength=len(limits.buyers))
    capped = np.flatnonzero(np.isfinite(limits.liability_caps))
    place = np.full(len(limits.buyers), -1)
    place[capped] = np.arange(len(capped))
    row = place[c.buyer]
    kept = (row >= 0) & (share > 0)
    yield (
        Entries()
        .add(row[kept], c.accept[kept], share[kept])
        .block(
            "liability_cap",
            -np.inf,
            limits.liability_caps[capped] - unavoidable[capped],
            len(capped),
            lambda k: (limits.buyers[capped[k]],),
        )
    )
    if np.isfinite(limits.liability_cap):
        paid = share > 0
        entries = Entries().add(0, c.accept[paid], share[paid])
        yield entries.block("liability_cap", -np.inf, limits.liability_cap - unavoidable.sum(), 1, lambda _: ())
