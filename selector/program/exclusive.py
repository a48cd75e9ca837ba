"""Bids of which a bidder lets at most one be accepted."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """A row for each exclusive group: the sum of ``accept`` over its bids is at most 1."""
    c = columns
    groups = c.appraisal.bids.exclusive_groups
    group = c.appraisal.bids.exclusive[c.bid]
    grouped = np.flatnonzero(group >= 0)
    entries = Entries().add(group[grouped], grouped, 1)
    yield entries.block("exclusive", -np.inf, 1, len(groups), lambda k: groups[k])
