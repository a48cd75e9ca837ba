"""Where the search for an award next to the best one begins: the best one less a bid that another nearly matches."""

import numpy as np

from models.objective import Objective
from selector.appraise import Appraisal
from selector.levels import levels
from selector.program import objectives


def nearest(appraisal: Appraisal, objective: Objective, award: frozenset[str]) -> tuple[str, ...]:
    """An award less the bid for one lot that another bid for it comes nearest to, in the first level; by ids of bids.

    What holds bids together, such as room or discounts, is left aside: the search fills the lot as is best. Empty where
    no bid for one lot could take the place of another.
    """
    bids = appraisal.bids
    alone = np.bincount(bids.pair_bid, minlength=len(bids)) == 1
    value = np.zeros(len(bids), dtype=np.int64)
    value[bids.open] = levels(objective, objectives(appraisal))[0].goal.coefficients[: np.count_nonzero(bids.open)]
    fit = (bids.open & alone)[bids.pair_bid]
    bid, lot = bids.pair_bid[fit], bids.pair_lot[fit]
    accepted = np.isin(bids.ids, list(award))
    standing = np.full(len(appraisal.lots), -1)
    standing[lot[accepted[bid]]] = bid[accepted[bid]]
    others = ~accepted[bid] & (standing[lot] >= 0)
    if not others.any():
        return ()
    loss = value[bid[others]] - value[standing[lot[others]]]
    gone = standing[lot[others][np.argmin(loss)]]
    return tuple(name for position, name in enumerate(bids.ids) if accepted[position] and position != gone)
