"""By how much a row gives way to a move of size 1: a whole limit, or one unit where that is 0, in the units of the row."""

from collections.abc import Callable, Mapping
from fractions import Fraction

import numpy as np

from selector.appraise.appraisal import Mobilisation
from selector.decide.member import Member
from selector.decide.members.rules import RULE
from selector.decide.relaxation import Relaxation

_UNITS: Mapping[str, int] = {
    "floor": 1000,
    "capacity": 1000,
    "shared_capacity": 1000,
    "capacity_wte": 1000,
    "max_lots": 1,
    "min_providers": 1,
    "max_providers": 1,
    "viability": 1,
    "budget": 100,
    "liability_cap": 100,
    # Given up, these ask nothing: a row is broken by 1 at the most.
    "joint": 1,
    "contiguity": 1,
}


def gives(relaxation: Relaxation, family: str, ids: tuple[str, ...], member: Member) -> float:
    """What a move of size 1 of ``member`` adds to the room of a row, before it is scaled."""
    if member.family == "shape":
        return _GIVEN_UP[family](relaxation, ids[-1])
    if family in _BY_DAY:
        return _BY_DAY[family](_mobilisation(relaxation, *ids))
    if family == RULE:
        return float(member.base) * (100 if member.unit == "£" else 1)
    if family in _UNITS:
        return float(member.base) * _UNITS[family]
    return float(member.base) * 1000 * _MEANS[family](relaxation, ids[-1])


_BY_DAY: Mapping[str, Callable[[Mobilisation], float]] = {
    # The limit by a day is so many times the pace: it moves by as large a share.
    "mobilised_lots": lambda by_day: by_day.lots,
    "mobilised_wte": lambda by_day: by_day.wte,
}


def _mobilisation(relaxation: Relaxation, bidder: str, day: str) -> Mobilisation:
    appraisal = relaxation.appraisal
    position = appraisal.bidders.ids.index(bidder)
    return next(each for each in appraisal.mobilisation if each.bidder == position and each.day.isoformat() == day)


def missing_share(relaxation: Relaxation, member: Member, bid: int) -> float:
    """The size of the move that lets ``member`` no longer bar a bid."""
    if member.limit is None:
        return 1.0
    if member.family == "minimum":
        missing = Fraction(member.limit) - _least_points(relaxation, member, bid)
        return float(missing / Fraction(member.base))
    bids = relaxation.appraisal.bids
    has_points = min(
        int(bids.quality[pair])
        for pair in np.flatnonzero(bids.pair_bid == bid)
        if ("bar", (f"min_quality[{relaxation.appraisal.lots.ids[bids.pair_lot[pair]]}]",)) in member.rows
    )
    return float((member.limit * 1000 - has_points) / (member.base * 1000))


def _least_points(relaxation: Relaxation, member: Member, bid: int) -> Fraction:
    """What the criterion of a minimum comes to for a bid: on the service, of those it is for, where that is least."""
    criterion, bids = relaxation.case.criteria[int(member.path[1])].id, relaxation.appraisal.bids
    services = np.unique(relaxation.appraisal.lots.service[bids.pair_lot[bids.pair_bid == bid]])
    points = [
        relaxation.scales[relaxation.appraisal.services.ids[service]].points(relaxation.case.bids[bid])
        for service in services
    ]
    return min(each[criterion] for each in points if criterion in each)


def _buyers_weight(relaxation: Relaxation, buyer: str) -> float:
    lots = relaxation.appraisal.lots
    position = relaxation.appraisal.limits.buyers.index(buyer)
    return float(lots.weight[lots.buyer == position].sum())


def _services_people(relaxation: Relaxation, service: str) -> float:
    lots = relaxation.appraisal.lots
    position = relaxation.appraisal.services.ids.index(service)
    return float(lots.people[lots.service == position].sum())


_MEANS: Mapping[str, Callable[[Relaxation, str], float]] = {
    "min_mean_quality": _buyers_weight,
    "quality_standard": _services_people,
}


def _providers(relaxation: Relaxation, service: str) -> float:
    columns = relaxation.columns
    position = relaxation.appraisal.services.ids.index(service)
    return float(np.count_nonzero(columns.provide_service == position))


def _any_mean(relaxation: Relaxation, service: str) -> float:
    services = relaxation.appraisal.services
    standard = services.provider_standard[services.ids.index(service)]
    return float(standard) * _services_people(relaxation, service)


# Once a shape is given up its rows say nothing: no number of providers, nor of groups, nor any mean can break them.
_GIVEN_UP: Mapping[str, Callable[[Relaxation, str], float]] = {
    "shape": lambda relaxation, service: max(_providers(relaxation, service), 2.0),
    "quality_standard": _any_mean,
}
