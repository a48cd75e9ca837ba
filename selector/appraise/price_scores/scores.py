"""What every bid scores on each of its lots, as the ratio objective has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from models import Lot, Ratio
from selector.appraise.appraisal import Bids
from selector.appraise.evaluated_price import evaluated_price
from selector.appraise.price_scores.lowest_over_price import lowest_over_price
from selector.appraise.price_scores.lowest_to_highest import lowest_to_highest
from selector.appraise.price_scores.money_valued_quality import money_valued_quality
from selector.appraise.price_scores.price_per_quality_point import price_per_quality_point
from selector.appraise.price_scores.to_a_benchmark import to_a_benchmark
from selector.appraise.price_scores.to_the_mean import to_the_mean
from selector.appraise.register import Register
from selector.appraise.rounding import half_up
from selector.appraise.units import MILLIONTHS, ints


@dataclass(frozen=True)
class Scored:
    """What a bid scores on a lot."""

    price: Fraction | None
    """Points of its price; None where the formula scores price and quality in one."""
    total: int
    """Thousandths of a point, rounded once."""


def scores(register: Register, bids: Bids) -> NDArray[np.int64]:
    """Score of each pair of a bid and a lot in thousandths of a point; 0 where the bid is barred.

    Raises
    ------
    TypeError
        if the objective of the case is not a ratio.
    OverflowError
        if the scores are too large to be told apart.
    """
    objective = register.case.objective
    if not isinstance(objective, Ratio):
        raise TypeError(f"the objective {objective.mode!r} has no scores")
    found = [0] * len(bids.pair_bid)
    prices = evaluated_price(bids, objective.price).tolist()
    qualities = bids.quality.tolist()
    for lot, pairs in zip(register.lots, qualifying(bids, len(register.lots)), strict=True):
        of_lot = scored(register, objective, lot, [prices[k] for k in pairs], [qualities[k] for k in pairs])
        for pair, each in zip(pairs, of_lot, strict=True):
            found[pair] = each.total
    return ints(found)


def qualifying(bids: Bids, lots: int) -> list[list[int]]:
    """For each lot: the pairs of the bids for it that are not barred, in their order."""
    pairs: list[list[int]] = [[] for _ in range(lots)]
    for pair in np.flatnonzero(bids.open[bids.pair_bid]).tolist():
        pairs[bids.pair_lot[pair]].append(pair)
    return pairs


def scored(
    register: Register, objective: Ratio, lot: Lot, prices: Sequence[int], qualities: Sequence[int]
) -> list[Scored]:
    """What bids score on a lot at such evaluated prices, in pence, and qualities, in thousandths: all that qualify."""
    if not prices:
        return []
    formula = objective.formula
    if formula == "price_per_quality_point":
        return _in_one(price_per_quality_point(prices, qualities))
    if formula == "money_valued_quality":
        return _in_one(money_valued_quality(prices, qualities, point_value(register, objective, lot)))
    if formula == "lowest_over_price":
        points = lowest_over_price(prices)
    elif formula == "lowest_to_highest":
        points = lowest_to_highest(prices)
    elif formula == "to_the_mean":
        points = to_the_mean(prices)
    elif formula == "to_a_benchmark":
        points = to_a_benchmark(prices, benchmark(register, lot))
    else:
        assert_never(formula)
    return _weighed(objective, points, qualities)


def benchmark(register: Register, lot: Lot) -> Fraction:
    """Benchmark of a lot in pence: its own, or that of its service for each person."""
    if lot.benchmark is not None:
        return Fraction(lot.benchmark) * 100
    return Fraction(register.services[lot.service].benchmark or 0) * 100 * register.people(lot)


def point_value(register: Register, objective: Ratio, lot: Lot) -> Fraction:
    """What a point of quality is worth on a lot, in pence."""
    return Fraction(objective.quality_value or 0) * 100 * register.people(lot)


def _in_one(points: Sequence[Fraction]) -> list[Scored]:
    return [Scored(None, half_up(1000 * each)) for each in points]


def _weighed(objective: Ratio, points: Sequence[Fraction], qualities: Sequence[int]) -> list[Scored]:
    price_weight, quality_weight = (
        int(weight * MILLIONTHS) for weight in (objective.price_weight, objective.quality_weight)
    )
    both = price_weight + quality_weight
    return [
        Scored(each, half_up((1000 * price_weight * each + quality_weight * quality) / both))
        for each, quality in zip(points, qualities, strict=True)
    ]
