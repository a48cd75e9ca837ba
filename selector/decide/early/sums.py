"""Sums over lots, of each of which some bid is accepted: money, points and volume."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from selector.decide.early.known import Bools, Known
from selector.decide.unusable import Names

# Standards may have more decimals than floats: what is missing by less, in thousandths of a point, a solve will tell.
_ROUNDING = 1e-6


def budgets(known: Known) -> Iterator[Names]:
    """Budgets below the cheapest bids."""
    limits, amounts = known.appraisal.limits, known.appraisal.bids.amounts
    for buyer, name, year, budget in zip(
        limits.budget_buyer, limits.budget_years, limits.budget_year, limits.budget, strict=True
    ):
        rule = f"budget[{limits.buyers[buyer]}, {name}]"
        yield from _at_most(known, rule, _of_buyer(known, int(buyer)), amounts[:, year], float(budget))


def liability(known: Known) -> Iterator[Names]:
    """Caps below the least liability."""
    limits, paid = known.appraisal.limits, known.appraisal.bids.buyers_liability
    for buyer in np.flatnonzero(np.isfinite(limits.liability_caps)).tolist():
        name = f"liability_cap[{limits.buyers[buyer]}]"
        yield from _at_most(known, name, _of_buyer(known, buyer), paid, float(limits.liability_caps[buyer]))
    if np.isfinite(limits.liability_cap):
        every = np.ones(len(known.appraisal.lots), dtype=np.bool_)
        yield from _at_most(known, "liability_cap", every, paid, limits.liability_cap)


def mean_quality(known: Known) -> Iterator[Names]:
    """Means above those of the best bids."""
    a = known.appraisal
    for buyer in np.flatnonzero(np.isfinite(a.limits.mean_quality)).tolist():
        missing = a.lots.weight[a.bids.pair_lot] * (a.limits.mean_quality[buyer] - a.bids.quality)
        name = f"min_mean_quality[{a.limits.buyers[buyer]}]"
        yield from _at_most(known, name, _of_buyer(known, buyer), missing, _ROUNDING * float(a.lots.weight.sum()))
    for service in np.flatnonzero(np.isfinite(a.services.standard)).tolist():
        missing = a.lots.people[a.bids.pair_lot] * (a.services.standard[service] - a.bids.quality)
        name = f"quality_standard[{a.services.ids[service]}]"
        yield from _at_most(known, name, a.lots.service == service, missing, _ROUNDING * float(a.lots.people.sum()))


def room(known: Known) -> Iterator[Names]:
    """Services whose bidders have too little room between them."""
    a, offered = known.appraisal, known.unusable.offered
    total = np.bincount(a.lots.service, a.lots.volume, minlength=len(a.services))
    for service in np.flatnonzero(np.minimum(offered, a.bidders.capacity).sum(axis=0) < total).tolist():
        limited = np.flatnonzero(a.bidders.capacity[:, service] < offered[:, service]).tolist()
        yield tuple(f"capacity[{a.bidders.ids[bidder]}, {a.services.ids[service]}]" for bidder in limited)


def _of_buyer(known: Known, buyer: int) -> Bools:
    own: Bools = known.appraisal.lots.buyer == buyer
    return own


def _at_most(known: Known, name: str, lots: Bools, values: NDArray[np.generic], most: float) -> Iterator[Names]:
    """Whether the least that ``values``, one a pair, come to over some lots is more than ``most``."""
    here = lots[known.appraisal.bids.pair_lot]
    if _least(known, values, here) > most:
        yield (name,)
    elif _least(known, values, here & known.usable) > most:
        yield (name, *known.reasons(here))


def _least(known: Known, values: NDArray[np.generic], pairs: Bools) -> float:
    lot = known.appraisal.bids.pair_lot[pairs]
    least = np.full(len(known.appraisal.lots), np.inf)
    np.minimum.at(least, lot, values[pairs].astype(np.float64))
    return float(least[np.isfinite(least)].sum())
