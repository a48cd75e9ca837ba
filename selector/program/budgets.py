"""What each buyer may spend in each financial year."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.excess import excess


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each budget: list prices of the bids accepted for the buyer's lots <= the budget."""
    c = columns
    limits, bids = c.appraisal.limits, c.appraisal.bids
    price, least = excess(bids.list_price[c.pair], c.lot, len(c.appraisal.lots))
    unavoidable = np.bincount(c.appraisal.lots.buyer, least, minlength=len(limits.buyers))
    by_buyer = np.argsort(c.buyer, kind="stable")
    first = np.searchsorted(c.buyer[by_buyer], np.arange(len(limits.buyers) + 1))
    entries = Entries()
    for row, buyer in enumerate(limits.budget_buyer):
        own = by_buyer[first[buyer] : first[buyer + 1]]
        own = own[price[own] > 0]
        entries.add(row, c.accept[own], price[own])
    yield entries.block(
        "budget",
        -np.inf,
        limits.budget - unavoidable[limits.budget_buyer],
        len(limits.budget),
        lambda k: (limits.buyers[limits.budget_buyer[k]], limits.budget_years[k]),
    )
