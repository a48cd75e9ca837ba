"""A location problem as the arrays that a program is laid from."""

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.formats.exact import whole
from benchmarks.instance import HUNDREDTHS
from benchmarks.market import Market
from selector import Appraisal

if TYPE_CHECKING:
    from benchmarks.formats.location import Location

_SERVICE = "supply"


def arrays(location: "Location", pounds: int, people: int) -> Appraisal:
    """The appraisal, its money and its volumes multiplied by ``pounds`` and ``people``."""
    facilities, customers = len(location.capacity), len(location.demand)
    names = [f"c{customer}" for customer in range(1, customers + 1)]
    demand = whole(location.demand, people)
    bids = facilities * customers
    return Market(
        buyers=names,
        services=(_SERVICE,),
        bidders=[f"f{facility}" for facility in range(1, facilities + 1)],
        lots=[f"{name}:{_SERVICE}" for name in names],
        bids=[f"f{facility}:{name}" for facility in range(1, facilities + 1) for name in names],
        lot_buyer=np.arange(customers),
        lot_service=np.zeros(customers, dtype=np.int64),
        volume=demand,
        people=demand,
        bidder=np.repeat(np.arange(facilities), customers),
        lot=np.tile(np.arange(customers), facilities),
        price=whole((cost for row in location.cost for cost in row), pounds * HUNDREDTHS),
        quality=np.zeros(bids, dtype=np.int64),
        liability=np.zeros(bids, dtype=np.int64),
        setup=whole(location.fixed, pounds * HUNDREDTHS).reshape(-1, 1),
        floor=np.zeros((facilities, 1)),
        capacity=whole(location.capacity, people).astype(np.float64).reshape(-1, 1),
        max_providers=np.full(1, np.inf),
        work=np.full(facilities, np.inf),
    ).appraisal()
