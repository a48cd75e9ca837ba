"""The price at which a bid is scored on a lot."""

import numpy as np
from numpy.typing import NDArray

from models import EvaluatedPrice
from selector.appraise.appraisal import Bids


def evaluated_price(bids: Bids, price: EvaluatedPrice) -> NDArray[np.int64]:
    """Pence of each pair of a bid and a lot: its list price a year, its cost, or its cost and its liability."""
    if price == "list":
        return bids.list_price
    return bids.cost if price == "cost" else bids.cost + bids.liability
