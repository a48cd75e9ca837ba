"""The rules of the board as rows over pairs of a bid and a lot."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Bidder, BidderSet, Lot, Rule
from selector.appraise.appraisal import Bids, Lots
from selector.appraise.lot_sets import in_set
from selector.appraise.measured import Measured
from selector.appraise.metrics import FIGURES, Market
from selector.appraise.register import Register

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_POUND = 100


def rules(register: Register, bids: Bids, lots: Lots) -> Iterator[Measured]:
    """The rows of every active rule: bidders in case order, then groups in the order of their first lot."""
    market = Market(register, bids, lots)
    for rule in register.case.rules:
        if rule.active:
            yield from _Ruling(rule, market).rows()


@dataclass(frozen=True)
class _Ruling:
    rule: Rule
    market: Market

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
        figures = FIGURES[rule.metric](self.market, pair, within)
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
