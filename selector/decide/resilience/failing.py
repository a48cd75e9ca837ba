"""Who fails with whom, and which lots are orphaned by it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from models import Accepted, Case


@dataclass(frozen=True)
class Fall:
    """Bidders that fail, and what falls with them."""

    bidders: tuple[str, ...]
    partnerships: tuple[str, ...]
    """Those in which one of them is a partner: who has lost a partner can not do the partner's share."""
    lots: tuple[str, ...]
    """What all of these have won."""
    people: int
    """Of the buyers of those lots, each counted once."""

    @property
    def gone(self) -> frozenset[str]:
        """All whose bids can not be accepted any more."""
        return frozenset((*self.bidders, *self.partnerships))


@dataclass(frozen=True)
class Failing:
    """An award, and who may fail in it."""

    case: Case
    awards: tuple[Accepted, ...]

    @cached_property
    def _partnerships(self) -> Mapping[str, tuple[str, ...]]:
        """By partner: the partnerships it belongs to, and those that these belong to."""
        found: dict[str, list[str]] = {}
        for bidder in self.case.bidders:
            for partner in bidder.partners:
                found.setdefault(partner.bidder, []).append(bidder.id)
        return {partner: tuple(belongs) for partner, belongs in found.items()}

    @property
    def bidders(self) -> tuple[str, ...]:
        """Those on whom the award rests, in the order of the case: the winners, and the partners of those.

        A buyer that falls back on itself is no bidder, and does not fail.
        """
        winners = {row.bidder for row in self.awards}
        partners = {
            partner.bidder for bidder in self.case.bidders if bidder.id in winners for partner in bidder.partners
        }
        return tuple(bidder.id for bidder in self.case.bidders if bidder.id in winners | partners)

    def fall(self, bidders: Sequence[str]) -> Fall:
        """What falls with some bidders."""
        gone = set(bidders)
        todo = list(bidders)
        while todo:
            new = set(self._partnerships.get(todo.pop(), ())) - gone
            gone |= new
            todo += sorted(new)
        lots = self._lots(gone)
        return Fall(
            bidders=tuple(bidders),
            partnerships=tuple(each.id for each in self.case.bidders if each.id in gone and each.id not in bidders),
            lots=lots,
            people=sum(self._population[buyer] for buyer in {self._buyer[lot] for lot in lots}),
        )

    def _lots(self, gone: Collection[str]) -> tuple[str, ...]:
        return tuple(row.lot for row in self.awards if row.bidder in gone)

    @cached_property
    def _population(self) -> Mapping[str, int]:
        return {buyer.id: buyer.population for buyer in self.case.buyers}

    @cached_property
    def _buyer(self) -> Mapping[str, str]:
        return {row.lot: row.buyer for row in self.awards}
