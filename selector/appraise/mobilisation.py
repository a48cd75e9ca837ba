"""What bidders can take over by the days on which their bids start, as arrays."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from math import inf

import numpy as np

from selector.appraise.appraisal import Bids, Mobilisation
from selector.appraise.register import Register
from selector.appraise.timeline import whole_months
from selector.appraise.units import ints


def mobilisation(register: Register, bids: Bids) -> Iterator[Mobilisation]:
    """An entry for each bidder that needs time and each day on which bids of its start."""
    bound = {bidder.id: bidder.mobilisation for bidder in register.case.bidders if bidder.mobilisation is not None}
    if not bound:
        return
    starts: defaultdict[str, dict[int, date]] = defaultdict(dict)
    for position, bid in enumerate(register.case.bids):
        if bid.bidder in bound:
            starts[bid.bidder][position] = bid.start or register.case.horizon.start
    first = np.searchsorted(bids.pair_bid, np.arange(len(bids) + 1))
    for name, stated in bound.items():
        for day in sorted(set(starts[name].values())):
            begun = [position for position, start in starts[name].items() if start <= day]
            months = whole_months(stated.begins, day)
            yield Mobilisation(
                bidder=register.bidder_at[name],
                day=day,
                lots=inf if stated.lots_a_month is None else float(stated.lots_a_month * months),
                wte=inf if stated.wte_a_month is None else float(stated.wte_a_month * months * 1000),
                pair=ints(
                    pair
                    for position in begun
                    for pair in range(first[position], first[position + 1])
                    if register.lots[bids.pair_lot[pair]].incumbent != name
                ),
            )
