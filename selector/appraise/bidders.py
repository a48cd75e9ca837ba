"""The bidders of a case as arrays."""

from collections.abc import Iterable
from math import inf

import numpy as np

from models import Bidder
from models.references import FALLBACK_PREFIX
from selector.appraise.appraisal import Bidders
from selector.appraise.cost import pence, present_value
from selector.appraise.course import Discounting
from selector.appraise.register import Register
from selector.appraise.rounding import whole
from selector.appraise.units import ints


def bidders(register: Register) -> Bidders:
    """Every bidder of a case, those that buyers fall back on last."""
    rows, services = register.bidders, register.case.services
    factor = Discounting.of(register.case.horizon).annuity
    shape = (len(rows), len(services))
    setup = np.zeros(shape, dtype=np.int64)
    floor = np.zeros(shape)
    capacity = np.full(shape, inf)
    viability = np.zeros(len(rows))
    for row, bidder in enumerate(rows):
        for name, charge in bidder.setup.items():
            setup[row, register.service_at[name]] = pence(charge)
        for name, most in bidder.capacity.items():
            capacity[row, register.service_at[name]] = whole(most, 1000)
        if bidder.id in register.at_home:
            continue
        viability[row] = max(bidder.viability_floor - bidder.served_elsewhere, 0)
        for column, service in enumerate(services):
            least = service.floor_by_kind.get(bidder.kind, service.floor)
            elsewhere = bidder.served_elsewhere_by_service.get(service.id, 0)
            floor[row, column] = max(whole(least - elsewhere, 1000), 0)
    ints(setup.ravel().tolist())  # for its check alone
    memberships = [
        (row, register.bidder_at[partner.bidder], whole(partner.share, 10**6))
        for row, bidder in enumerate(rows)
        for partner in bidder.partners
    ]
    return Bidders(
        ids=tuple(bidder.id for bidder in rows),
        overhead=ints(present_value(pence(bidder.overhead), factor) for bidder in rows),
        setup=setup,
        floor=floor,
        capacity=capacity,
        capacity_wte=np.array(
            [inf if bidder.capacity_wte is None else whole(bidder.capacity_wte, 1000) for bidder in rows]
        ),
        viability=viability,
        group=ints(_groups(rows)),
        partnership=ints(row for row, _, _ in memberships),
        partner=ints(partner for _, partner, _ in memberships),
        share=ints(share for _, _, share in memberships),
        at_home=np.array([bidder.id in register.at_home for bidder in rows], dtype=np.bool_),
        fallback=np.array([bidder.id.startswith(FALLBACK_PREFIX) for bidder in rows], dtype=np.bool_),
    )


def _groups(rows: Iterable[Bidder]) -> Iterable[int]:
    """A number for each bidder's group; a bidder without a group is a group of its own."""
    numbers: dict[tuple[str, str], int] = {}
    for bidder in rows:
        key = ("bidder", bidder.id) if bidder.group is None else ("group", bidder.group)
        yield numbers.setdefault(key, len(numbers))
