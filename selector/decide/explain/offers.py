"""What bids would come to at other prices."""

import math
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from models import Bid, Case, Lot
from selector.appraise.parts import Parts
from selector.appraise.register import Register
from selector.appraise.timeline import Spans
from selector.appraise.whole_life import Figures, WholeLife

PENNY = Decimal("0.01")


class Offers:
    """The bids of a case, priced anew one at a time."""

    def __init__(self, case: Case) -> None:
        self._register = Register(case)
        self._spans = Spans(case.horizon)
        self._parts = Parts(self._register)
        self._whole_life = WholeLife(self._register)

    def of(self, bid: Bid) -> "Offer":
        """A listed bid at any price."""
        return Offer(self._register, self._spans, self._parts, self._whole_life, bid)


@dataclass(frozen=True)
class Offer:
    """A bid at any list price; all else that it states, prices of single years among it, stays."""

    register: Register
    spans: Spans
    parts: Parts
    whole_life: WholeLife
    bid: Bid
    _costs: dict[int, int] = field(default_factory=dict)

    def at(self, pennies: int) -> Bid:
        """The bid at a list price of so many pennies, on its own basis."""
        return self.bid.model_copy(update={"price": PENNY * pennies})

    def cost(self, pennies: int) -> int:
        """Pence of present value at that price."""
        if pennies not in self._costs:
            self._costs[pennies] = sum(self.figures(pennies).cost)
        return self._costs[pennies]

    def figures(self, pennies: int) -> Figures:
        """All figures of it, lot by lot."""
        return self.whole_life.of_bid(self.at(pennies), self.spans.of(self.bid), self._lots, self._pensions)

    @property
    def pennies(self) -> int:
        """Its price in whole pennies, rounded up: prices a head may have more decimals."""
        return math.ceil(self.bid.price / PENNY)

    @cached_property
    def _lots(self) -> list[Lot]:
        return [self.register.lot(name) for name in self.bid.lots]

    @cached_property
    def _pensions(self) -> list[Fraction]:
        """What pensions cost more on each lot, pence a year; the price does not move them."""
        bidder, span = self.register.bidder_of[self.bid.bidder], self.spans.of(self.bid)
        return [
            self.parts.consequence(bidder, lot, self.bid.transfer, span).pension * self.register.staff(lot).pay * 100
            for lot in self._lots
        ]
