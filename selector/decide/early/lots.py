"""Lots."""

from collections.abc import Iterator

import numpy as np

from selector.decide.early.known import Known
from selector.decide.unusable import Names


def without_bids(known: Known) -> Iterator[Names]:
    """Lots that no bid can win."""
    lot, count = known.appraisal.bids.pair_lot, len(known.appraisal.lots)
    covered = np.bincount(lot, known.usable, minlength=count) > 0
    for each in np.flatnonzero(~covered):
        yield tuple(known.reasons(lot == each))
