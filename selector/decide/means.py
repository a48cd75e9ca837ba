"""The bids that a provider's mean quality is taken over."""

import numpy as np
from numpy.typing import NDArray

from selector.decide.relaxation import Relaxation
from selector.program.columns import Columns

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def in_means(relaxation: Relaxation, rows: Bools) -> Ints:
    """Columns of all bids of providers whose means are among some rows; one just at the standard is not in its row."""
    c, appraisal = relaxation.columns, relaxation.appraisal
    found = [np.zeros(0, dtype=np.int64)]
    for block in relaxation.program.rows:
        if block.name == "quality_standard":
            for row in np.flatnonzero(rows[block.start : block.stop]).tolist():
                ids = block.key(row)
                if len(ids) == 2:
                    found.append(bids_of(c, appraisal.bidders.ids.index(ids[0]), appraisal.services.ids.index(ids[1])))
    return np.unique(np.concatenate(found))


def bids_of(columns: Columns, bidder: int, service: int) -> Ints:
    """Columns of the bids of a bidder that are for lots of a service."""
    found: Ints = columns.accept[(columns.bidder == bidder) & (columns.service == service)]
    return found
