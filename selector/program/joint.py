"""Lots bought together, which go to one supplier."""

from collections.abc import Iterator

import numpy as np

from selector.appraise import Joint
from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """For each supplier and the lots l1 … ln bought together: won of l1 <= won of l2 <= … <= won of ln <= won of l1.

    A circle says the same as equations and can be relaxed row by row.
    """
    for bought in columns.appraisal.joint:
        yield _together(columns, bought)


def _together(columns: Columns, bought: Joint) -> Block:
    c = columns
    bidders = c.appraisal.bidders
    count = len(bought.lots)
    place = np.full(len(c.appraisal.lots), -1)
    place[bought.lots] = np.arange(count)
    pair = np.flatnonzero(place[c.lot] >= 0)
    # Buyers that fall back on themselves do so together: they are one supplier.
    supplier = np.where(bidders.fallback[c.bidder[pair]], len(bidders), c.bidder[pair])
    suppliers, at = np.unique(supplier, return_inverse=True)
    turn = place[c.lot[pair]]
    entries = (
        Entries().add(at * count + turn, c.accept[pair], 1).add(at * count + (turn - 1) % count, c.accept[pair], -1)
    )
    key = (bought.purchase, c.appraisal.services.ids[bought.service])
    return entries.block("joint", -np.inf, 0, len(suppliers) * count, lambda _: key)
