"""An award weighed: its rows, its providers and its totals, from the arrays of its case."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Accepted, Case, Provider, Totals
from selector.appraise import Appraisal

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Weighing:
    """The accepted ``bids``, as positions in the appraisal, and what they come to."""

    case: Case
    appraisal: Appraisal
    bids: Ints

    @cached_property
    def _rows(self) -> tuple[Ints, Ints]:
        """Lots in their order, and the bid that won each."""
        bids = self.appraisal.bids
        won = np.isin(bids.pair_bid, self.bids)
        lots, winners = bids.pair_lot[won], bids.pair_bid[won]
        order = np.argsort(lots, kind="stable")
        return lots[order], winners[order]

    def awards(self) -> tuple[Accepted, ...]:
        """The winner of each lot, in the order of the lots."""
        return tuple(self._awards())

    def _awards(self) -> Iterator[Accepted]:
        a = self.appraisal
        for lot, bid in zip(*self._rows, strict=True):
            yield Accepted(
                lot=a.lots.ids[lot],
                buyer=a.limits.buyers[a.lots.buyer[lot]],
                service=a.services.ids[a.lots.service[lot]],
                bid=a.bids.ids[bid],
                bidder=a.bidders.ids[a.bids.bidder[bid]],
                cost=pounds(a.bids.cost[bid]),
                quality=thousandths(a.bids.quality[bid]),
                liability=pounds(a.bids.liability[bid]),
            )

    @cached_property
    def _provided(self) -> dict[tuple[int, int], list[int]]:
        """Lots by (bidder, service)."""
        a = self.appraisal
        provided: dict[tuple[int, int], list[int]] = {}
        for lot, bid in zip(*self._rows, strict=True):
            provided.setdefault((int(a.bids.bidder[bid]), int(a.lots.service[lot])), []).append(int(lot))
        return dict(sorted(provided.items(), key=lambda item: (item[0][1], item[0][0])))

    def providers(self) -> tuple[Provider, ...]:
        """Who provides what, by service in the order of the case, then bidder."""
        a = self.appraisal
        return tuple(
            Provider(
                bidder=a.bidders.ids[bidder],
                service=a.services.ids[service],
                lots=len(lots),
                volume=thousandths(a.lots.volume[lots].sum()),
            )
            for (bidder, service), lots in self._provided.items()
        )

    @cached_property
    def charges(self) -> int:
        """Set-up charges and overheads in pence."""
        bidders = self.appraisal.bidders
        active = sorted({bidder for bidder, _ in self._provided})
        setup = sum(int(bidders.setup[pair]) for pair in self._provided)
        return setup + int(bidders.overhead[active].sum())

    @cached_property
    def cost(self) -> Decimal:
        """Total cost in pounds."""
        return pounds(int(self.appraisal.bids.cost[self.bids].sum()) + self.charges)

    def totals(self) -> Totals:
        """The four objectives and what they are made of."""
        bids, lots = self.appraisal.bids, self.appraisal.lots
        won, winners = self._rows
        points = int((lots.weight[won] * bids.quality[winners]).sum())
        quality = Decimal(points) / (1000 * int(lots.weight.sum()))
        return Totals(
            cost=self.cost,
            quality=quality.quantize(Decimal("0.000001"), ROUND_HALF_UP),
            liability=pounds(bids.liability[self.bids].sum()),
            disruption=thousandths(bids.disruption[self.bids].sum()),
            charges=pounds(self.charges),
            discount=Decimal("0.00"),
            liability_buyers=pounds(bids.buyers_liability[self.bids].sum()),
        )


def pounds(pence: int | np.int64) -> Decimal:
    """Pence as pounds."""
    return Decimal(int(pence)).scaleb(-2)


def thousandths(units: int | np.int64) -> Decimal:
    """Thousandths of something as that thing."""
    return Decimal(int(units)).scaleb(-3)
