"""What each buyer may spend in each financial year."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each budget: list prices of the bids accepted for the buyer's lots <= the budget."""
    c = columns
    limits, bids = c.appraisal.limits, c.appraisal.bids
    price = bids.list_price[c.bid[c.accept]].astype(np.float64)
    by_buyer = np.argsort(c.buyer, kind="stable")
    first = np.searchsorted(c.buyer[by_buyer], np.arange(len(limits.buyers) + 1))
    entries = Entries()
    for row, buyer in enumerate(limits.budget_buyer):
        own = by_buyer[first[buyer] : first[buyer + 1]]
        entries.add(row, c.accept[own], price[own])
    yield entries.block(
        "budget",
        -np.inf,
        limits.budget,
        len(limits.budget),
        lambda k: f"budget[{limits.buyers[limits.budget_buyer[k]]}, {limits.budget_years[k]}]",
    )
