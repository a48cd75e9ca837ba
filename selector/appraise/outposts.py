"""The local staff that providers keep, as arrays."""

from fractions import Fraction

import numpy as np

from selector.appraise.appraisal import Outposts
from selector.appraise.course import Discounting
from selector.appraise.register import Register
from selector.appraise.rounding import half_up, whole
from selector.appraise.units import ints


def outposts(register: Register) -> Outposts:
    """What each service asks for in each area, and what it costs each bidder."""
    asked = [
        (position, area, wte)
        for position, service in enumerate(register.case.services)
        for area, wte in service.outposts.items()
    ]
    areas = tuple(dict.fromkeys(area for _, area, _ in asked))
    area_at = {area: position for position, area in enumerate(areas)}
    factor = Discounting.of(register.case.horizon).annuity
    cost = np.zeros((len(register.bidders), len(asked)), dtype=np.int64)
    for row, bidder in enumerate(register.bidders):
        for entry, (service, _, wte) in enumerate(asked):
            yearly = bidder.outpost_cost.get(register.case.services[service].id)
            if yearly and bidder.id not in register.at_home:
                cost[row, entry] = half_up(Fraction(yearly) * Fraction(wte) * factor * 100)
    ints(cost.ravel().tolist())  # for its check alone
    return Outposts(
        service=ints(service for service, _, _ in asked),
        area=ints(area_at[area] for _, area, _ in asked),
        wte=ints(whole(wte, 1000) for _, _, wte in asked),
        cost=cost,
        areas=areas,
        of_buyer=ints(area_at.get(buyer.area or "", -1) for buyer in register.case.buyers),
    )
