"""A market of bids for one lot each, as the arrays that a program is laid from: cost is all that counts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selector import Appraisal, Bidders, Bids, Limits, Lots, Outposts, Services

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Market:
    """Lots, bids and bidders in the engine's units: money in pence, volumes and work in any whole unit."""

    buyers: Sequence[str]
    services: Sequence[str]
    bidders: Sequence[str]
    lots: Sequence[str]
    bids: Sequence[str]
    lot_buyer: Ints
    lot_service: Ints
    volume: Ints
    """Of each lot, and its work too: a cap on work is one on volume."""
    people: Ints
    """Of each lot's buyer."""
    bidder: Ints
    """Of each bid, as are all that follow as far as ``liability``."""
    lot: Ints
    price: Ints
    quality: Ints
    """Thousandths of a point."""
    liability: Ints
    setup: Ints
    """Bidders x services, as are the next two."""
    floor: Floats
    capacity: Floats
    """``inf`` where there is none."""
    max_providers: Floats
    """Of each service."""
    work: Floats
    """Of each bidder, most over all services."""

    def appraisal(self) -> Appraisal:
        """The market as an appraisal without families of rows that it has no figures for."""
        return Appraisal(
            lots=Lots(
                ids=self.lots,
                buyer=self.lot_buyer,
                service=self.lot_service,
                volume=self.volume,
                people=self.people,
                weight=self.people,
                wte=self.volume,
            ),
            bids=self._bids(),
            bidders=self._bidders(),
            services=self._services(),
            limits=self._limits(),
            outposts=Outposts(
                service=_none(),
                area=_none(),
                wte=_none(),
                cost=np.zeros((len(self.bidders), 0), dtype=np.int64),
                areas=(),
                of_buyer=np.full(len(self.buyers), -1),
            ),
        )

    def _bids(self) -> Bids:
        count = len(self.bids)
        return Bids(
            ids=self.bids,
            bidder=self.bidder,
            pair_bid=np.arange(count),
            pair_lot=self.lot,
            list_price=self.price,
            cost=self.price,
            price_value=self.price,
            amounts=np.zeros((count, 0), dtype=np.int64),
            quality=self.quality,
            liability=self.liability,
            buyers_liability=self.liability,
            disruption=np.zeros(count, dtype=np.int64),
            consequences=(),
            exclusive=np.full(count, -1),
            exclusive_groups=(),
            open=np.ones(count, dtype=np.bool_),
            bars={},
        )

    def _bidders(self) -> Bidders:
        count = len(self.bidders)
        return Bidders(
            ids=self.bidders,
            overhead=np.zeros(count, dtype=np.int64),
            setup=self.setup,
            floor=self.floor,
            capacity=self.capacity,
            capacity_wte=self.work,
            viability=np.zeros(count),
            group=np.arange(count),
            partnership=_none(),
            partner=_none(),
            share=_none(),
            at_home=np.zeros(count, dtype=np.bool_),
            fallback=np.zeros(count, dtype=np.bool_),
        )

    def _services(self) -> Services:
        count = len(self.services)
        return Services(
            ids=self.services,
            local=np.zeros(count, dtype=np.bool_),
            min_providers=np.zeros(count, dtype=np.int64),
            max_providers=self.max_providers,
            single=np.zeros(count, dtype=np.bool_),
            plural=np.zeros(count, dtype=np.bool_),
            network=np.zeros(count, dtype=np.bool_),
            standard=np.full(count, -np.inf),
            provider_standard=np.full(count, -np.inf),
            max_lots=np.full(count, np.inf),
        )

    def _limits(self) -> Limits:
        count = len(self.buyers)
        return Limits(
            buyers=self.buyers,
            budget_buyer=_none(),
            budget_years=(),
            budget_year=_none(),
            budget=_none(),
            liability_caps=np.full(count, np.inf),
            liability_cap=np.inf,
            mean_quality=np.full(count, -np.inf),
            counted=np.ones(count, dtype=np.bool_),
            max_lots=np.inf,
        )


def numbered(noun: str, count: int) -> list[str]:
    """Names for things that have none: ``noun-0`` and so on."""
    return [f"{noun}-{number}" for number in range(count)]


def _none() -> Ints:
    return np.zeros(0, dtype=np.int64)
