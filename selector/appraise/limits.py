"""The limits of buyers, and of all, as arrays."""

from math import inf

import numpy as np

from selector.appraise.appraisal import Limits
from selector.appraise.cost import pence
from selector.appraise.register import Register
from selector.appraise.units import ints


def limits(register: Register) -> Limits:
    """Every limit of a case that is neither a bidder's nor a service's."""
    case, buyers = register.case, register.case.buyers
    budgets = [
        (position, year, pence(limit)) for position, buyer in enumerate(buyers) for year, limit in buyer.budget.items()
    ]
    cap = case.liability_cap
    return Limits(
        buyers=tuple(buyer.id for buyer in buyers),
        budget_buyer=ints(position for position, _, _ in budgets),
        budget_years=tuple(year for _, year, _ in budgets),
        budget_year=ints(case.horizon.financial_years.index(year) for _, year, _ in budgets),
        budget=ints(limit for _, _, limit in budgets),
        liability_caps=np.array(
            [inf if buyer.liability_cap is None else pence(buyer.liability_cap) for buyer in buyers],
            dtype=np.float64,
        ),
        liability_cap=inf if cap is None else float(pence(cap)),
        mean_quality=np.array(
            [-inf if buyer.min_mean_quality is None else float(buyer.min_mean_quality * 1000) for buyer in buyers]
        ),
        # The people of a national board are those of the CCGs.
        counted=np.array([buyer.kind != "national_board" for buyer in buyers], dtype=np.bool_),
        max_lots=inf if case.max_lots_per_bidder is None else float(case.max_lots_per_bidder),
    )
