"""What each buyer may spend in each financial year."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns
from selector.program.excess import excess


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each budget: the year's amounts of the bids accepted for the buyer's lots <= the budget."""
    c = columns
    limits, bids = c.appraisal.limits, c.appraisal.bids
    amounts = {
        year: excess(bids.amounts[c.pair, year], c.lot, len(c.appraisal.lots))
        for year in np.unique(limits.budget_year).tolist()
    }
    unavoidable = {
        year: np.bincount(c.appraisal.lots.buyer, least, minlength=len(limits.buyers))
        for year, (_, least) in amounts.items()
    }
    by_buyer = np.argsort(c.buyer, kind="stable")
    first = np.searchsorted(c.buyer[by_buyer], np.arange(len(limits.buyers) + 1))
    entries = Entries()
    for row, (buyer, year) in enumerate(zip(limits.budget_buyer, limits.budget_year.tolist(), strict=True)):
        amount, _ = amounts[year]
        own = by_buyer[first[buyer] : first[buyer + 1]]
        own = own[amount[own] > 0]
        entries.add(row, c.accept[own], amount[own])
    yield entries.block(
        "budget",
        -np.inf,
        limits.budget
        - np.array(
            [unavoidable[year][buyer] for buyer, year in zip(limits.budget_buyer, limits.budget_year, strict=True)]
        ),
        len(limits.budget),
        lambda k: (limits.buyers[limits.budget_buyer[k]], limits.budget_years[k]),
    )
