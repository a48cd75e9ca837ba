"""Bids that are to be accepted."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each pick: its bid is accepted; no column enters where that is barred, and so no award keeps it."""
    picks = columns.appraisal.picks
    accept = columns.accept_of[np.array([bid for _, bid in picks], dtype=np.int64)]
    kept = np.flatnonzero(accept >= 0)
    yield Entries().add(kept, accept[kept], 1).block("pick", 1, 1, len(picks), lambda k: (picks[k][0],))
