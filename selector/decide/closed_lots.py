"""Lots that nobody can win."""

import numpy as np

from selector.appraise import Appraisal


def closed_lots(appraisal: Appraisal) -> tuple[str, ...]:
    """Ids of the lots that no bid can be accepted for."""
    bids = appraisal.bids
    covered = np.unique(bids.pair_lot[bids.open[bids.pair_bid]])
    return tuple(appraisal.lots.ids[lot] for lot in np.setdiff1d(np.arange(len(appraisal.lots)), covered))
