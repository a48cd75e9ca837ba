"""What bidders take off, as arrays: pence for each bid and tier."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import numpy as np

from models import Discount as Stated
from models import Tier
from selector.appraise.appraisal import Bids, Discount, Lots
from selector.appraise.cost import annuity
from selector.appraise.register import Register
from selector.appraise.rounding import half_up, whole
from selector.appraise.units import ints

_UNITS = {"spend": 100, "volume": 1000, "lots": 1}


def discounts(register: Register, bids: Bids, lots: Lots) -> Iterator[Discount]:
    """The discounts of a case."""
    for stated in register.case.discounts:
        yield _discount(register, bids, lots, stated)


def _discount(register: Register, bids: Bids, lots: Lots, stated: Stated) -> Discount:
    factor = annuity(register.case.horizon)
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
    # What a unit of quantity is worth in pence of present value, for a tier of so many pounds a unit.
    a_unit = factor * 100 / units
    off = np.array(
        [
            [
                half_up(Fraction(tier.off) * int(count) * a_unit)
                if tier.per_unit is not None
                else half_up(Fraction(tier.off) * int(price))
                for tier in tiers
            ]
            for count, price in zip(quantity, cost, strict=True)
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
        constant=ints(_constants(stated, tiers, factor)),
    )


def _constants(stated: Stated, tiers: tuple[Tier, ...], factor: Fraction) -> Iterator[int]:
    """What each tier takes off besides its rate on all: what the earlier tiers give on their parts, less its own there."""
    if stated.kind == "all_units":
        yield from (0 for _ in tiers)
        return
    earlier = Fraction(0)
    yield _at_start(tiers[0], earlier, factor)
    for before, tier in pairwise(tiers):
        earlier += Fraction(before.off) * Fraction(tier.at_least - before.at_least)
        yield _at_start(tier, earlier, factor)


def _at_start(tier: Tier, earlier: Fraction, factor: Fraction) -> int:
    return half_up((earlier - Fraction(tier.off) * Fraction(tier.at_least)) * factor * 100)
