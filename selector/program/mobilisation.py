"""What bidders can take over by a day."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """Lots, and their WTE, of bids that start by each day <= what the bidder can take over by then."""
    a = columns.appraisal
    work = a.lots.wte[a.bids.pair_lot]
    yield _block(columns, "mobilised_lots", np.ones_like(work), [each.lots for each in a.mobilisation])
    yield _block(columns, "mobilised_wte", work, [each.wte for each in a.mobilisation])


def _block(columns: Columns, name: str, weight: NDArray[np.int64], limits: Sequence[float]) -> Block:
    """A row for each bidder and day with a limit, on what its pairs weigh."""
    a = columns.appraisal
    bound = [(each, limit) for each, limit in zip(a.mobilisation, limits, strict=True) if np.isfinite(limit)]
    entries = Entries()
    for row, (each, _) in enumerate(bound):
        pair = each.pair[a.bids.open[a.bids.pair_bid[each.pair]]]
        entries.add(row, columns.accept_of[a.bids.pair_bid[pair]], weight[pair])
    return entries.block(
        name,
        -np.inf,
        np.array([limit for _, limit in bound]),
        len(bound),
        lambda k: (a.bidders.ids[bound[k][0].bidder], bound[k][0].day.isoformat()),
    )
