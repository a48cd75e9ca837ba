"""The appraisal of a case in which one bid has another price, or more quality, all else as it is."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from models import Case, Ratio
from selector.appraise import Appraisal, Bids
from selector.appraise.discounts import discounts
from selector.appraise.price_scores import scores
from selector.appraise.register import Register
from selector.appraise.rules import rules
from selector.appraise.whole_life import Figures

Ints = NDArray[np.int64]
MOST_POINTS = 100_000
"""Thousandths of a point: no quality is above this."""


def at_price(case: Case, appraisal: Appraisal, position: int, figures: Figures) -> Appraisal:
    """With the bid at ``position`` at a price that comes to these figures; what its bidder takes off is as it is stated."""
    bids = appraisal.bids
    at = _pairs(bids, position)
    changed = replace(
        bids,
        list_price=_with(bids.list_price, at, figures.list_price),
        cost=_with(bids.cost, at, figures.cost),
        price_value=_with(bids.price_value, at, figures.price_value),
        amounts=_with(bids.amounts, at, figures.amounts),
    )
    return _again(case, appraisal, changed)


def with_quality(case: Case, appraisal: Appraisal, position: int, more: int) -> Appraisal:
    """With so many thousandths of a point more on each lot of the bid at ``position``, up to 100 points."""
    bids = appraisal.bids
    at = _pairs(bids, position)
    raised = np.minimum(bids.quality[at] + more, MOST_POINTS).tolist()
    return _again(case, appraisal, replace(bids, quality=_with(bids.quality, at, raised)))


def forced(appraisal: Appraisal, position: int) -> Appraisal:
    """With the bid at ``position`` sure to be accepted: every other bid for one of its lots is closed."""
    bids = appraisal.bids
    rivals = bids.pair_bid[np.isin(bids.pair_lot, bids.pair_lot[_pairs(bids, position)])]
    opened = bids.open.copy()
    opened[rivals] = False
    opened[position] = bids.open[position]
    return replace(appraisal, bids=replace(bids, open=opened))


def closed(appraisal: Appraisal, position: int) -> Appraisal:
    """Without the bid at ``position``, which still counts in what others are measured against."""
    opened = appraisal.bids.open.copy()
    opened[position] = False
    return replace(appraisal, bids=replace(appraisal.bids, open=opened))


def _again(case: Case, appraisal: Appraisal, bids: Bids) -> Appraisal:
    """The appraisal with these bids, and what follows from them worked out again: from the bids' terms and these figures."""
    register = Register(case)
    return replace(
        appraisal,
        bids=bids,
        discounts=tuple(discounts(register, bids, appraisal.lots)),
        rules=tuple(rules(register, bids, appraisal.lots)),
        scores=scores(register, bids) if isinstance(case.objective, Ratio) else None,
    )


def _pairs(bids: Bids, position: int) -> slice:
    first, end = np.searchsorted(bids.pair_bid, (position, position + 1))
    return slice(int(first), int(end))


def _with(values: Ints, at: slice, new: Sequence[int] | Sequence[list[int]]) -> Ints:
    found = values.copy()
    found[at] = new
    return found
