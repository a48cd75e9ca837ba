"""What bidders can take over by a day."""

from collections.abc import Iterator

import numpy as np

from selector.program.block import Block, Entries
from selector.program.columns import Columns


def rows(columns: Columns) -> Iterator[Block]:
    """Lots, and their WTE, of bids that start by each day <= what the bidder can take over by then."""
    a = columns.appraisal
    work = a.lots.wte[a.bids.pair_lot]
    for name, weight in (("mobilised_lots", np.ones_like(work)), ("mobilised_wte", work)):
        bound = [
            (each, limit)
            for each in a.mobilisation
            if np.isfinite(limit := each.lots if name == "mobilised_lots" else each.wte)
        ]
        entries = Entries()
        for row, (each, _) in enumerate(bound):
            pair = each.pair[a.bids.open[a.bids.pair_bid[each.pair]]]
            entries.add(row, columns.accept_of[a.bids.pair_bid[pair]], weight[pair])
        yield entries.block(
            name,
            -np.inf,
            np.array([limit for _, limit in bound]),
            len(bound),
            lambda k, bound=bound: (a.bidders.ids[bound[k][0].bidder], bound[k][0].day.isoformat()),  # type: ignore[misc]
        )
