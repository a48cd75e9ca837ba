"""Who can win which lot, and for how much: the bids that are not barred."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from models.references import FALLBACK_PREFIX
from selector.appraise import Appraisal


@dataclass(frozen=True)
class Offers:
    """The bids for each lot, by its position, as they count in a market."""

    able: Sequence[Mapping[str, int]]
    """By lot: who can win it, a buyer that falls back on itself too, each with its lowest list price in pence a year.
    Of a package it is the part that falls on the lot."""
    bidding: Sequence[Set[str]]
    """By lot: the bidders with a bid for it, barred or not; fallbacks are nobody's bid."""

    @classmethod
    def of(cls, appraisal: Appraisal) -> "Offers":
        """Those of an appraised case."""
        bids = appraisal.bids
        able: list[dict[str, int]] = [{} for _ in range(len(appraisal.lots))]
        bidding: list[set[str]] = [set() for _ in range(len(appraisal.lots))]
        for lot, bidder, price, is_open in zip(
            bids.pair_lot.tolist(),
            bids.pair_bidder.tolist(),
            bids.list_price.tolist(),
            bids.open[bids.pair_bid].tolist(),
            strict=True,
        ):
            name = appraisal.bidders.ids[bidder]
            if not name.startswith(FALLBACK_PREFIX):
                bidding[lot].add(name)
            if is_open:
                able[lot][name] = min(price, able[lot].get(name, price))
        return cls(able, bidding)

    def bidders(self, lot: int) -> tuple[str, ...]:
        """The bidders that can win a lot, in the order of their first usable bid for it; not the buyer itself."""
        return tuple(name for name in self.able[lot] if not name.startswith(FALLBACK_PREFIX))

    def barred(self, lot: int) -> Set[str]:
        """The bidders all of whose bids for a lot are barred."""
        return self.bidding[lot] - self.able[lot].keys()

    def sole(self) -> Mapping[str, Sequence[int]]:
        """By who can win a lot that nobody else can win: those lots."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for lot, able in enumerate(self.able):
            if len(able) == 1:
                found[next(iter(able))].append(lot)
        return found
