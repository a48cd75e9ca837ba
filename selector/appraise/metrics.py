"""What the metrics of rules make of the pairs that count in a row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Metric
from selector.appraise.appraisal import Bids, Lots
from selector.appraise.register import Register

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_POUND = 100
_POINT = 1000


@dataclass(frozen=True)
class Market:
    """What rules measure, of all pairs."""

    register: Register
    bids: Bids
    lots: Lots

    @cached_property
    def lot(self) -> Ints:
        """Lot of each pair."""
        return self.bids.pair_lot

    @cached_property
    def bidder(self) -> Ints:
        """Bidder of each pair."""
        return self.bids.pair_bidder

    @cached_property
    def incumbent(self) -> Ints:
        """Of each pair's lot; -1 where it has none."""
        at = self.register.bidder_at
        of_lot = [-1 if lot.incumbent is None else at[lot.incumbent] for lot in self.register.lots]
        return np.array(of_lot, dtype=np.int64)[self.lot]

    @cached_property
    def people(self) -> Ints:
        """Of each buyer; national boards have none of their own."""
        return np.array(
            [0 if buyer.kind == "national_board" else buyer.population for buyer in self.register.case.buyers],
            dtype=np.int64,
        )

    @cached_property
    def least_spend(self) -> Ints:
        """Of each lot: the least list price of the bids for it."""
        least = np.full(len(self.lots), np.iinfo(np.int64).max)
        np.minimum.at(least, self.lot, self.bids.list_price)
        return least


def _none() -> Ints:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Figures:
    """What a metric makes of a row."""

    count: Ints = field(default_factory=_none)
    base_pair: Ints = field(default_factory=_none)
    base: Ints = field(default_factory=_none)
    fixed: int | None = 1
    unit: int = 1
    scale: int = 1
    """Units of N in one of what the limit is stated in, for one of M."""
    of: str | None = None
    member: Ints | None = None
    worth: Ints | None = None


def _lots(_market: Market, pair: Ints, _within: Bools) -> Figures:
    return Figures(count=np.ones(len(pair), dtype=np.int64))


def _buyers(market: Market, pair: Ints, _within: Bools) -> Figures:
    return Figures(of="buyer", member=_buyer(market, pair), worth=np.ones(len(pair), dtype=np.int64))


def _population(market: Market, pair: Ints, _within: Bools) -> Figures:
    buyer = _buyer(market, pair)
    return Figures(of="buyer", member=buyer, worth=market.people[buyer])


def _buyer(market: Market, pair: Ints) -> Ints:
    return market.lots.buyer[market.lot[pair]]


def _spend(market: Market, pair: Ints, _within: Bools) -> Figures:
    return Figures(count=market.bids.list_price[pair], unit=_POUND, scale=_POUND)


def _share_of_spend(market: Market, pair: Ints, within: Bools) -> Figures:
    of_all = np.flatnonzero(within[market.lot])
    prices = market.bids.list_price
    return Figures(
        count=prices[pair],
        base_pair=of_all,
        base=prices[of_all],
        fixed=None,
        unit=int(market.least_spend[within].sum()) or _POUND,
    )


def _share_of_population(market: Market, pair: Ints, within: Bools) -> Figures:
    buyer = _buyer(market, pair)
    people = int(market.people[np.unique(market.lots.buyer[within])].sum())
    return Figures(of="buyer", member=buyer, worth=market.people[buyer], fixed=people, unit=people or 1)


def _winners(market: Market, pair: Ints, _within: Bools) -> Figures:
    return Figures(of="bidder", member=market.bidder[pair], worth=np.ones(len(pair), dtype=np.int64))


def _mean_quality(market: Market, pair: Ints, within: Bools) -> Figures:
    weight = market.lots.weight[market.lot[pair]]
    return Figures(
        count=weight * market.bids.quality[pair],
        base_pair=pair,
        base=weight,
        fixed=None,
        unit=_POINT * int(market.lots.weight[within].sum()) or 1,
        scale=_POINT,
    )


def _liability(market: Market, pair: Ints, _within: Bools) -> Figures:
    return Figures(count=market.bids.liability[pair], unit=_POUND, scale=_POUND)


def _moves(market: Market, pair: Ints, _within: Bools) -> Figures:
    incumbent = market.incumbent[pair]
    return Figures(count=((incumbent >= 0) & (incumbent != market.bidder[pair])).astype(np.int64))


FIGURES: Mapping[Metric, Callable[[Market, Ints, Bools], Figures]] = {
    "lots": _lots,
    "buyers": _buyers,
    "population": _population,
    "spend": _spend,
    "share_of_spend": _share_of_spend,
    "share_of_population": _share_of_population,
    "winners": _winners,
    "mean_quality": _mean_quality,
    "liability": _liability,
    "moves": _moves,
}
"""What each metric makes of the pairs that count, and of the lots of the row."""
