"""The rules of the board as rows over pairs of a bid and a lot."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Bidder, BidderSet, Lot, Metric, Rule
from selector.appraise.appraisal import Bids, Lots
from selector.appraise.lot_sets import in_set
from selector.appraise.measured import Measured
from selector.appraise.register import Register

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_POUND = 100
_POINT = 1000


def rules(register: Register, bids: Bids, lots: Lots) -> Iterator[Measured]:
    """The rows of every active rule: bidders in case order, then groups in the order of their first lot."""
    market = _Market(register, bids, lots)
    for rule in register.case.rules:
        if rule.active:
            yield from _Ruling(rule, market).rows()


@dataclass(frozen=True)
class _Market:
    """What rules measure, of all pairs."""

    register: Register
    bids: Bids
    lots: Lots

    @cached_property
    def lot(self) -> Ints:
        return self.bids.pair_lot

    @cached_property
    def bidder(self) -> Ints:
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


@dataclass(frozen=True)
class _Ruling:
    rule: Rule
    market: _Market

    def rows(self) -> Iterator[Measured]:
        groups = list(self._groups())
        counting = self._counting
        for bidder in self._bidders() if self.rule.each else (None,):
            own = counting if bidder is None else counting & (self.market.bidder == bidder)
            for names, within in groups:
                pair = np.flatnonzero(own & within[self.market.lot])
                if bidder is None:
                    yield self._row((self.rule.id, *names), pair, within)
                elif len(pair):
                    yield self._row((self.rule.id, self.market.register.bidders[bidder].id, *names), pair, within)

    @cached_property
    def _named(self) -> Bools:
        return np.array([_is_named(self.rule.bidders, each) for each in self.market.register.bidders], dtype=np.bool_)

    @cached_property
    def _counting(self) -> Bools:
        """The pairs that count where they win."""
        found = self._named[self.market.bidder]
        if self.rule.bidders.incumbents:
            found &= self.market.incumbent == self.market.bidder
        return found

    def _bidders(self) -> Iterator[int]:
        yield from np.flatnonzero(self._named).tolist()

    def _groups(self) -> Iterator[tuple[tuple[str, ...], Bools]]:
        """The lots of each combination of what the rule groups by, in the order of their first lot."""
        register = self.market.register
        within = in_set(self.rule.lots, register)
        if not self.rule.per:
            yield (), within
            return
        groups: dict[tuple[str, ...], list[int]] = {}
        for position in np.flatnonzero(within).tolist():
            names = self._group(register.lots[position])
            if names is not None:
                groups.setdefault(names, []).append(position)
        for names, positions in groups.items():
            mask = np.zeros(len(register.lots), dtype=np.bool_)
            mask[positions] = True
            yield names, mask

    def _group(self, lot: Lot) -> tuple[str, ...] | None:
        buyer = self.market.register.buyers[lot.buyer]
        of = {"buyer": buyer.id, "service": lot.service, "area": buyer.area, "region": buyer.region}
        names = [of[each] for each in self.rule.per]
        return None if None in names else tuple(name for name in names if name is not None)

    def _row(self, key: tuple[str, ...], pair: Ints, within: Bools) -> Measured:
        rule = self.rule
        figures = _FIGURES[rule.metric](self.market, pair, within)
        return Measured(
            key=key,
            sense=rule.sense,
            limit=Fraction(rule.limit) * figures.scale,
            pair=pair,
            count=figures.count,
            base_pair=figures.base_pair,
            base=figures.base,
            fixed=figures.fixed,
            unit=figures.unit,
            each=rule.each,
            of=figures.of,
            member=figures.member,
            worth=figures.worth,
            penalty=None if rule.penalty is None else Fraction(rule.penalty) * _POUND,
            priority=rule.priority,
            relative=Fraction(rule.limit) or Fraction(1),
        )


def _is_named(bidders: BidderSet, bidder: Bidder) -> bool:
    return (
        bidders.is_everyone
        or bidder.id in bidders.ids
        or bidder.kind in bidders.kinds
        or bidder.group in bidders.groups
        or not set(bidder.tags).isdisjoint(bidders.tags)
    )


def _none() -> Ints:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class _Figures:
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


def _lots(_market: _Market, pair: Ints, _within: Bools) -> _Figures:
    return _Figures(count=np.ones(len(pair), dtype=np.int64))


def _buyers(market: _Market, pair: Ints, _within: Bools) -> _Figures:
    return _Figures(of="buyer", member=_buyer(market, pair), worth=np.ones(len(pair), dtype=np.int64))


def _population(market: _Market, pair: Ints, _within: Bools) -> _Figures:
    buyer = _buyer(market, pair)
    return _Figures(of="buyer", member=buyer, worth=market.people[buyer])


def _buyer(market: _Market, pair: Ints) -> Ints:
    return market.lots.buyer[market.lot[pair]]


def _spend(market: _Market, pair: Ints, _within: Bools) -> _Figures:
    return _Figures(count=market.bids.list_price[pair], unit=_POUND, scale=_POUND)


def _share_of_spend(market: _Market, pair: Ints, within: Bools) -> _Figures:
    of_all = np.flatnonzero(within[market.lot])
    prices = market.bids.list_price
    return _Figures(
        count=prices[pair],
        base_pair=of_all,
        base=prices[of_all],
        fixed=None,
        unit=int(market.least_spend[within].sum()) or _POUND,
    )


def _share_of_population(market: _Market, pair: Ints, within: Bools) -> _Figures:
    buyer = _buyer(market, pair)
    people = int(market.people[np.unique(market.lots.buyer[within])].sum())
    return _Figures(of="buyer", member=buyer, worth=market.people[buyer], fixed=people, unit=people or 1)


def _winners(market: _Market, pair: Ints, _within: Bools) -> _Figures:
    return _Figures(of="bidder", member=market.bidder[pair], worth=np.ones(len(pair), dtype=np.int64))


def _mean_quality(market: _Market, pair: Ints, within: Bools) -> _Figures:
    weight = market.lots.weight[market.lot[pair]]
    return _Figures(
        count=weight * market.bids.quality[pair],
        base_pair=pair,
        base=weight,
        fixed=None,
        unit=_POINT * int(market.lots.weight[within].sum()) or 1,
        scale=_POINT,
    )


def _liability(market: _Market, pair: Ints, _within: Bools) -> _Figures:
    return _Figures(count=market.bids.liability[pair], unit=_POUND, scale=_POUND)


def _moves(market: _Market, pair: Ints, _within: Bools) -> _Figures:
    incumbent = market.incumbent[pair]
    return _Figures(count=((incumbent >= 0) & (incumbent != market.bidder[pair])).astype(np.int64))


_FIGURES: dict[Metric, Callable[[_Market, Ints, Bools], _Figures]] = {
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
