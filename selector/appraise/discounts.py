"""What bidders take off, as arrays: pence for each bid and tier."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import numpy as np

from models import Discount as Stated
from models import Tier
from selector.appraise.appraisal import Bids, Discount, Lots
from selector.appraise.register import Register
from selector.appraise.rounding import half_up, whole
from selector.appraise.timeline import since
from selector.appraise.units import ints

_UNITS = {"spend": 100, "volume": 1000, "lots": 1}


def discounts(register: Register, bids: Bids, lots: Lots) -> Iterator[Discount]:
    """The discounts of a case."""
    for stated in register.case.discounts:
        yield _discount(register, bids, lots, stated)


def _discount(register: Register, bids: Bids, lots: Lots, stated: Stated) -> Discount:
    scope = np.array([stated.services is None or name in stated.services for name in register.services], dtype=np.bool_)
    bidder = register.bidder_at[stated.bidder]
    pairs = np.flatnonzero((bids.pair_bidder == bidder) & scope[lots.service[bids.pair_lot]])
    counted = {
        "spend": bids.list_price[pairs],
        "volume": lots.volume[bids.pair_lot[pairs]],
        "lots": np.ones(len(pairs), dtype=np.int64),
    }[stated.by]
    bid, of_bid = np.unique(bids.pair_bid[pairs], return_inverse=True)
    quantity, cost = (np.zeros(len(bid), dtype=np.int64) for _ in range(2))
    np.add.at(quantity, of_bid, counted)
    np.add.at(cost, of_bid, bids.price_value[pairs])
    tiers = stated.tiers
    if tiers[0].at_least:  # below the first tier nothing is taken off
        tiers = (
            Tier.model_construct(at_least=tiers[0].at_least * 0, rate=tiers[0].at_least * 0, per_unit=None),
            *tiers,
        )
    units = _UNITS[stated.by]
    start = ints(whole(tier.at_least, units) for tier in tiers)
    factors = [_factors(register, int(position)) for position in bid]
    off = np.array(
        [
            [
                half_up(Fraction(tier.off) * int(count) * served * 100 / units)
                if tier.per_unit is not None
                else half_up(Fraction(tier.off) * int(price))
                for tier in tiers
            ]
            for count, price, (served, _) in zip(quantity, cost, factors, strict=True)
        ],
        dtype=np.int64,
    ).reshape(len(bid), len(tiers))
    return Discount(
        id=stated.id,
        bidder=bidder,
        pair=pairs,
        counted=counted,
        bid=bid.astype(np.int64),
        quantity=quantity,
        start=start,
        off=off,
        constant=ints(_constants(stated, tiers, *(factors[0] if factors else (Fraction(0), Fraction(0))))),
    )


def _factors(register: Register, position: int) -> tuple[Fraction, Fraction]:
    """Present value of a pound a year from the bid's start on, and of a pound a year that is indexed as its price is."""
    bids, horizon = register.case.bids, register.case.horizon
    start, indexation = Fraction(0), Fraction(0)
    if position < len(bids):
        start, indexation = (
            since(horizon.start, bids[position].start or horizon.start),
            Fraction(bids[position].indexation),
        )
    factor = 1 / (1 + Fraction(horizon.discount_rate))
    served = [factor**year * min(max(year + 1 - start, Fraction(0)), Fraction(1)) for year in range(horizon.years)]
    return sum(served, Fraction(0)), sum(
        (part * (1 + indexation) ** year for year, part in enumerate(served)), Fraction(0)
    )


def _constants(stated: Stated, tiers: tuple[Tier, ...], served: Fraction, indexed: Fraction) -> Iterator[int]:
    """What each tier takes off besides its rate on all: what the earlier tiers give on their parts, less its own there."""
    if stated.kind == "all_units":
        yield from (0 for _ in tiers)
        return
    factor = indexed if tiers[-1].per_unit is None else served
    earlier = Fraction(0)
    yield _at_start(tiers[0], earlier, factor)
    for before, tier in pairwise(tiers):
        earlier += Fraction(before.off) * Fraction(tier.at_least - before.at_least)
        yield _at_start(tier, earlier, factor)


def _at_start(tier: Tier, earlier: Fraction, factor: Fraction) -> int:
    return half_up((earlier - Fraction(tier.off) * Fraction(tier.at_least)) * factor * 100)
