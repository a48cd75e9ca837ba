"""What bidders take off, as arrays: pence for each bid and tier."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import numpy as np

from models import Discount as Stated
from models import Tier
from selector.appraise.appraisal import Bids, Discount, Lots
from selector.appraise.course import Courses, Discounting
from selector.appraise.register import Register
from selector.appraise.rounding import half_up, whole
from selector.appraise.timeline import Spans
from selector.appraise.units import ints

_UNITS = {"spend": 100, "volume": 1000, "lots": 1}


def discounts(register: Register, bids: Bids, lots: Lots) -> Iterator[Discount]:
    """The discounts of a case."""
    pounds = _Pounds(register)
    for stated in register.case.discounts:
        yield _discount(register, bids, lots, stated, pounds)


def _discount(register: Register, bids: Bids, lots: Lots, stated: Stated, pounds: "_Pounds") -> Discount:
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
    factors = [pounds.of(int(position)) for position in bid]
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


class _Pounds:
    """What a pound a year is worth from the start of a bid on."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._courses, self._spans = Courses(register.case), Spans(register.case.horizon)
        self._discounting = Discounting.of(register.case.horizon)

    def of(self, position: int) -> tuple[Fraction, Fraction]:
        """Present value of a pound a year, and of one that is indexed as the bid's price is."""
        bid = self._register.case.bids[position]
        course = self._courses.of(bid, self._register.bidder_of[bid.bidder], self._spans.of(bid), None)
        denominator = course.denominator * self._discounting.denominator
        served, indexed = (self._discounting.value(years) for years in (course.served, course.base))
        return Fraction(served, denominator), Fraction(indexed, denominator)


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
