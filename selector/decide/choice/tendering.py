"""Who tenders which lots, and which bids stay where only some buyers tender."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from models import Bid, Case, Lot


@dataclass(frozen=True)
class Tendering:
    """The lots and bids of a case by buyers, so that those of a few are soon found."""

    case: Case

    @cached_property
    def lots_of(self) -> Mapping[str, tuple[Lot, ...]]:
        """The lots of each buyer that tenders any, buyers in the order of the case."""
        found: dict[str, list[Lot]] = {buyer.id: [] for buyer in self.case.buyers}
        for lot in self.case.tendered:
            found[lot.buyer].append(lot)
        return {buyer: tuple(lots) for buyer, lots in found.items() if lots}

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The buyers that tender anything, in the order of the case."""
        return tuple(self.lots_of)

    def lots(self, buyers: Collection[str]) -> tuple[Lot, ...]:
        """The lots of some buyers, in the order of the case."""
        return tuple(lot for lot in self.case.tendered if lot.buyer in buyers)

    def bids(self, buyers: Collection[str]) -> tuple[Bid, ...]:
        """The bids for lots of some buyers and of nobody else, in the order of the case."""
        return tuple(self.case.bids[position] for position in sorted(self._positions(frozenset(buyers))))

    def _positions(self, buyers: frozenset[str]) -> Iterator[int]:
        for of, positions in self._by_buyers.items():
            if of <= buyers:
                yield from positions

    @cached_property
    def _by_buyers(self) -> Mapping[frozenset[str], list[int]]:
        """Positions of bids by the buyers of their lots."""
        buyer_of = {lot.id: lot.buyer for lot in self.case.tendered}
        found: dict[frozenset[str], list[int]] = {}
        for position, bid in enumerate(self.case.bids):
            found.setdefault(frozenset(buyer_of[lot] for lot in bid.lots), []).append(position)
        return found

    def uncovered(self, buyers: Collection[str]) -> tuple[Lot, ...]:
        """The required lots of some buyers that no bid is for which is for nobody else's too."""
        covered = {lot for bid in self.bids(buyers) for lot in bid.lots}
        return tuple(lot for lot in self.lots(buyers) if lot.required and lot.id not in covered)
