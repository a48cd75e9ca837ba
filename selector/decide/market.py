"""Who bids for what, and how much there is."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from models import Service
from selector.decide.ledger import Ledger
from selector.decide.member import Member
from selector.decide.unusable import Unusable
from selector.verify.tender import Tender

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Market:
    """The bids of a case."""

    ledger: Ledger

    @property
    def tender(self) -> Tender:
        """The case by id."""
        return self.ledger.tender

    @cached_property
    def bidding(self) -> dict[str, set[str]]:
        """The bidders that bid for each lot; buyers that fall back on themselves too."""
        return self.bidding_without(())

    def bidding_without(self, names: Collection[str]) -> dict[str, set[str]]:
        """The same without bids that those members keep out, each or together."""
        appraisal = self.ledger.relaxation.barred
        bids, found = appraisal.bids, {lot: set[str]() for lot in self.tender.lots}
        out = {bid for bid, each in self._reasons.items() if any(set(names).issuperset(some) for some in each)}
        for bid, lot, bidder in zip(bids.pair_bid.tolist(), bids.pair_lot.tolist(), bids.pair_bidder, strict=True):
            if bid not in out:
                found[appraisal.lots.ids[lot]].add(appraisal.bidders.ids[bidder])
        return found

    def keep_out(self, names: Collection[str], bid: str) -> bool:
        """Whether some of those members, each or together, keep a bid out."""
        position = self.ledger.relaxation.barred.bids.ids.index(bid)
        return any(set(names).issuperset(some) for some in self._reasons.get(position, ()))

    @cached_property
    def _reasons(self) -> dict[int, list[tuple[str, ...]]]:
        unusable = Unusable(self.ledger.case, self.ledger.relaxation.barred)
        return {bid: list(names) for bid, names in unusable.reasons.items()}

    def of(self, service: str) -> list[str]:
        """The lots of a service."""
        return [lot.id for lot in self.tender.lots.values() if lot.service == service]

    def volume(self, service: Service) -> Decimal:
        """How much of a service is bought."""
        return sum((self.tender.volume(self.tender.lots[lot]) for lot in self.of(service.id)), NOTHING)

    def offered(self, service: Service) -> dict[str, Decimal]:
        """The volume of a service that each bidder bids for."""
        found: dict[str, Decimal] = {}
        for lot in self.of(service.id):
            for bidder in self.bidding[lot]:
                found[bidder] = found.get(bidder, NOTHING) + self.tender.volume(self.tender.lots[lot])
        return found

    def some_serve_elsewhere(self, service: Service) -> bool:
        """Whether any bidder for a service counts what it serves outside the case towards its floor."""
        bidders = self.tender.bidders
        return any(bidders[name].served_elsewhere_by_service.get(service.id) for name in self.offered(service))

    def service(self, member: Member) -> Service:
        """The service that a statement of its row is about."""
        return self.ledger.case.services[int(member.path[1])]

    def name(self, lot: str) -> str:
        """A lot in words."""
        row = self.tender.lots[lot]
        return f"{self.tender.services[row.service].name} for {self.tender.buyers[row.buyer].name}"
