"""By how much each bid may turn out dearer: what the board counts of it in the worst case less what it counts today."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from models import Case, MoneyValued
from selector.appraise import Appraisal, appraise
from selector.appraise.rounding import half_up
from selector.decide.shifted import KINDS, Shift
from selector.program.worst import Rises

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Uncertainty:
    """How far figures may turn out worse, each a fraction of what is stated: prices higher, transfer rates lower."""

    prices: Decimal
    transfer: Decimal


def worse(case: Case, uncertainty: Uncertainty) -> Case:
    """The case in which everything that may turn out worse does."""
    price, transfer = 1 + Fraction(uncertainty.prices), 1 - Fraction(uncertainty.transfer)
    return Shift(
        price=[price] * len(case.bids) if uncertainty.prices else (),
        bid_transfer=[transfer] * len(case.bids) if uncertainty.transfer else (),
        kind_transfer=dict.fromkeys(KINDS, transfer) if uncertainty.transfer else None,
    ).of(case)


@dataclass(frozen=True)
class Rise:
    """What may be added, in pence, where a bidder turns out dearer."""

    bids: Ints
    """To each bid, as the board counts it."""
    amounts: Ints
    """To what each pair of a bid and a lot takes of its buyer's budget: pairs x years of the horizon."""

    def of_bidders(self, appraisal: Appraisal, accepted: Collection[str]) -> dict[int, int]:
        """Pence by which the accepted bids of each bidder rise, of those that rise at all, the most first."""
        columns = np.isin(appraisal.bids.ids, list(accepted)).astype(np.int64)
        return Rises(self.bids, appraisal.bids.bidder, 0).of_bidders(columns)


def rise(case: Case, appraisal: Appraisal, uncertainty: Uncertainty, objective: MoneyValued) -> Rise:
    """What each bid may rise by: its cost, and its liability at what the board counts it for.

    Nothing for a buyer that falls back on itself, whose cost is no bid, and for a bid that would turn out cheaper, as it
    may where fewer transferred staff have pensions to pay. What redeployment would save of the liability, and what
    discounts would take off the higher prices, is not counted.

    Raises
    ------
    CaseInvalid
        if the figures of the worst case are too large to be exact to the penny.
    """
    bids, then = appraisal.bids, appraise(worse(case, uncertainty)).bids
    cost = then.of_bids(then.cost) - bids.of_bids(bids.cost)
    liability = then.of_bids(then.liability) - bids.of_bids(bids.liability)
    weight = Fraction(objective.liability_weight)
    counted = cost + np.array([half_up(weight * each) for each in liability.tolist()], dtype=np.int64)
    own = appraisal.bidders.fallback[bids.bidder]
    more: Ints = np.where(own, 0, np.maximum(counted, 0))
    amounts: Ints = np.where(own[bids.pair_bid][:, None], 0, np.maximum(then.amounts - bids.amounts, 0))
    return Rise(more, amounts)
