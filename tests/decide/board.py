"""A case of board size without an award, in two ways."""

import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models import Case, read_case
from selector import Appraisal, appraise, synthetic

Document = dict[str, Any]


def quickly_seen() -> Case:
    """One buyer has less than the cheapest bids ask for: a sum shows it."""
    document = json.loads(_board().model_dump_json())
    document["buyers"][0]["budget"]["2013-14"] = "1000000.00"
    return read_case(json.dumps(document))


def to_be_searched() -> Case:
    """Each buyer wants nearly the best bids for little more than the cheapest: either can be had, and no sum shows that both cannot."""
    case = _board()
    appraisal = appraise(case)
    least = _of_buyers(appraisal, appraisal.bids.list_price, np.minimum)
    lots = appraisal.lots
    best = _of_buyers(appraisal, appraisal.bids.quality, np.maximum, lots.weight)
    weight = np.bincount(lots.buyer, lots.weight)
    document = json.loads(case.model_dump_json())
    for position, buyer in enumerate(document["buyers"]):
        buyer["budget"] = {"2013-14": f"{least[position] * 1.02 / 100:.2f}"}
        buyer["min_mean_quality"] = f"{best[position] / weight[position] / 1000 - 1:.3f}"
    return read_case(json.dumps(document))


def _board() -> Case:
    return synthetic(20, 14, 20, seed=1)


def _of_buyers(
    appraisal: Appraisal,
    values: NDArray[np.int64],
    better: np.ufunc,
    weight: NDArray[np.int64] | None = None,
) -> NDArray[np.float64]:
    """For each buyer: the sum, over its lots, of the best value of a bid that may be accepted."""
    pairs = appraisal.bids.open[appraisal.bids.pair_bid]
    lot = appraisal.bids.pair_lot[pairs]
    of_lot = np.full(len(appraisal.lots), np.inf if better is np.minimum else -np.inf)
    better.at(of_lot, lot, values[pairs].astype(np.float64))
    return np.bincount(appraisal.lots.buyer, of_lot * (1 if weight is None else weight)).astype(np.float64)
