"""Bids that the case bars, as rows: a bid is closed by each statement that bars it, and open once all are lifted."""

from collections.abc import Iterator

import numpy as np

from selector.appraise import Appraisal
from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns, barred: Appraisal) -> Iterator[Block]:
    """``accept <= 0`` for each bid that ``barred`` bars, once for each name of what bars it."""
    pairs = [(bid, name) for bid, names in barred.bids.bars.items() for name in names]
    column = np.full(len(barred.bids), -1)
    column[columns.bid] = np.arange(len(columns.bid))
    entries = Entries().add(np.arange(len(pairs)), column[[bid for bid, _ in pairs]], 1)
    yield entries.block("bar", -np.inf, 0, len(pairs), lambda k: (pairs[k][1],))
