"""What is optimised: each objective as whole units over the columns of a program, to be minimised."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from models import CaseInvalid, Fault, MoneyValued
from selector.appraise import MOST_UNITS, Appraisal
from selector.program.columns import Columns
from selector.program.excess import excess

Ints = NDArray[np.int64]
Worth = tuple[tuple[int, Fraction], ...]
_MILLIONTHS = Fraction(10**6)
_MOST_POINTS = 2.0**62


@dataclass(frozen=True)
class Objectives:
    """The objectives over all columns, each to be minimised. ``quality_units`` units of ``quality`` are one point of Q."""

    cost: Ints
    """Pence."""
    quality: Ints
    """Minus weight x thousandths of a point."""
    liability: Ints
    """Pence."""
    disruption: Ints
    """Thousandths."""
    providers: Ints
    """Pairs of bidder and service."""
    quality_units: int
    charges: Ints
    """Pence of set-up charges, overheads and outposts less discounts: what of the cost no bid asks for by itself."""
    score: Ints | None
    """Minus weight x thousandths of a point of the score; None where bids are not scored. In ``quality_units``."""
    penalised: bool = False
    """Whether a rule has a penalty, be it that none of its rows can be broken."""
    penalties: Worth = ()
    """Of soft rows of the program: pence that a violation of 1 counts for."""
    priorities: Mapping[int, Worth] = field(default_factory=dict)
    """By priority, in their order: millionths that it counts for there."""


def objectives(appraisal: Appraisal) -> Objectives:
    """The objectives of an appraisal, over the columns that its program has."""
    c = Columns(appraisal)
    bids, bidders, lots = appraisal.bids, appraisal.bidders, appraisal.lots
    cost = _over_bids(c, bids.cost)
    cost[c.provides] = bidders.setup[c.provide_bidder, c.provide_service]
    cost[c.first_active : c.first_serve] = bidders.overhead[c.active_bidder]
    cost[c.outposts.first : c.outposts.stop] = appraisal.outposts.cost[c.outposts.bidder, c.outposts.entry]
    for number, reach in enumerate(c.tiers.reaches):
        cost[c.tiers.tier(number)] = -reach.discount.constant[reach.tier]
        cost[c.tiers.priced(number)] = -reach.discount.off[reach.bid, reach.tier[reach.at]]
    providers = np.zeros(len(c), dtype=np.int64)
    providers[c.provides] = 1
    bid_cost = _over_bids(c, bids.cost)
    soft = [row for row in appraisal.rules if row.soft]
    return Objectives(
        cost=cost,
        charges=cost - bid_cost,
        score=None if appraisal.scores is None else _weighted(c, appraisal.scores),
        penalised=appraisal.penalised,
        penalties=tuple((at, row.penalty) for at, row in enumerate(soft) if row.penalty is not None),
        priorities={
            priority: tuple((at, _MILLIONTHS / row.relative) for at, row in enumerate(soft) if row.priority == priority)
            for priority in appraisal.priorities
        },
        quality=_weighted(c, bids.quality),
        liability=_over_bids(c, bids.liability),
        disruption=_over_bids(c, bids.disruption),
        providers=providers,
        quality_units=int(lots.weight.sum()) * 1000,
    )


def money_valued(parts: Objectives, weights: MoneyValued) -> Ints:
    """The board's objective in pence: cost + liability and disruption at their price - the value of quality.

    The part beside cost is rounded to a penny, bid by bid, as the formulation states.
    """
    # Python integers in object arrays: the exact numerators do not fit 64 bits.
    liability = parts.liability.astype(object) * int(weights.liability_weight * 10**6)
    disruption = parts.disruption.astype(object) * int(weights.disruption_value * 100)
    quality = parts.quality.astype(object) * int(weights.quality_value * 100)
    exact = liability * (1000 * parts.quality_units) + (disruption * parts.quality_units + quality * 1000) * 10**6
    denominator = 1000 * 10**6 * parts.quality_units
    doubled = 2 * abs(exact) + denominator
    rounded = (doubled // (2 * denominator)) * np.where(exact >= 0, 1, -1)
    if sum(abs(rounded)) > MOST_UNITS:
        raise CaseInvalid(
            [Fault("/objective", "values liability, disruption or quality so highly that pence are lost")]
        )
    result: Ints = parts.cost + rounded.astype(np.int64)
    return result


def least_cost(appraisal: Appraisal) -> int:
    """Pence that every award costs at the least: the cheapest bid for each lot, with all that discounts may take off."""
    c = Columns(appraisal)
    net = appraisal.bids.cost.copy()
    besides = 0
    for discount in appraisal.discounts:
        pairs_of = np.bincount(appraisal.bids.pair_bid[discount.pair], minlength=len(appraisal.bids))
        off = np.zeros(len(appraisal.bids), dtype=np.int64)
        off[discount.bid] = discount.off.max(axis=1, initial=0)
        bid = appraisal.bids.pair_bid[discount.pair]
        net[discount.pair] -= -(-off[bid] // pairs_of[bid])
        besides += max(int(discount.constant.max()), 0)
    _, least = excess(net[c.pair], c.lot, len(appraisal.lots))
    return max(int(least.sum()) - besides, 0)


def tie_breaker(appraisal: Appraisal) -> Ints:
    """The first 20 bits of the SHA-256 of each bid's id, over all columns: a fair and lasting order of bids."""
    c = Columns(appraisal)
    first = np.zeros(len(c), dtype=np.int64)
    for column, bid in enumerate(c.bid):
        first[column] = int.from_bytes(hashlib.sha256(appraisal.bids.ids[bid].encode()).digest()[:3]) >> 4
    return first


def _weighted(columns: Columns, points: Ints) -> Ints:
    """Minus the weight of lots x the points of pairs, as those of the open bids, over all columns."""
    # Scores have no bound: of a price in the millions against a point worth a penny there may be too many to count.
    if float(np.abs(points).max(initial=0)) * float(columns.appraisal.lots.weight.sum()) > _MOST_POINTS:
        raise CaseInvalid([Fault("/objective", "gives scores so large that points are lost: value quality higher")])
    result = np.zeros(len(columns), dtype=np.int64)
    np.subtract.at(result, columns.accept, columns.appraisal.lots.weight[columns.lot] * points[columns.pair])
    return result


def _over_bids(columns: Columns, values: Ints) -> Ints:
    """Values of all pairs as those of the open bids, over all columns."""
    result = np.zeros(len(columns), dtype=np.int64)
    np.add.at(result, columns.accept, values[columns.pair])
    return result
