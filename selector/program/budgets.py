"""What each buyer may spend in each financial year."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each budget: list prices of the bids accepted for the buyer's lots <= the budget."""
    c = columns
    limits, bids = c.appraisal.limits, c.appraisal.bids
    # A bid on several lots has one price; issue by issue that price is split. A bid here is for one lot.
    price = bids.list_price[c.bid[c.accept]].astype(np.float64)
    entries = Entries()
    for row, buyer in enumerate(limits.budget_buyer):
        own = c.buyer == buyer
        entries.add(row, c.accept[own], price[own])
    yield entries.block(
        "budget",
        -np.inf,
        limits.budget,
        len(limits.budget),
        lambda k: f"budget[{limits.buyers[limits.budget_buyer[k]]}, {limits.budget_years[k]}]",
    )
