"""The bidders that a merger makes one."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from models import Bidder, Case, CaseInvalid, Fault, Merger
from models.faults import pointer
from selector.scenarios.patched import Path


@dataclass(frozen=True)
class Joined:
    """Who merges, and as what."""

    case: Case
    """As it is before."""
    merger: Merger
    place: Path
    """Where the merger is stated."""

    @cached_property
    def bidders(self) -> tuple[Bidder, ...]:
        """Those who merge; the first leads."""
        rows = {bidder.id: bidder for bidder in self.case.bidders}
        return tuple(rows[name] for name in self.merger.bidders)

    @property
    def lead(self) -> Bidder:
        """The first."""
        return self.bidders[0]

    @property
    def id(self) -> str:
        """Id of what they become."""
        return self.merger.id or self.lead.id

    def now(self, name: str) -> str:
        """What a bidder's id becomes."""
        return self.id if name in self.merger.bidders else name

    def each(self, names: Iterable[str]) -> tuple[str, ...]:
        """What bidders' ids become, each once."""
        return tuple(dict.fromkeys(map(self.now, names)))

    @cached_property
    def offered(self) -> dict[str, set[str]]:
        """By bidder: the services for which it bids, alone or as a partner."""
        service = {lot.id: lot.service for lot in self.case.tendered}
        found: dict[str, set[str]] = {bidder.id: set() for bidder in self.case.bidders}
        for bid in self.case.bids:
            found[bid.bidder].update(service[lot] for lot in bid.lots)
        for bidder in self.case.bidders:
            for partner in bidder.partners:
                found[partner.bidder] |= found[bidder.id]
        return found

    @cached_property
    def people(self) -> dict[str, tuple[str, int]]:
        """By lot: its buyer, and the people of that."""
        population = {buyer.id: buyer.population for buyer in self.case.buyers}
        return {lot.id: (lot.buyer, population[lot.buyer]) for lot in self.case.tendered}

    def refusal(self, message: str) -> CaseInvalid:
        """What to raise where they can not merge."""
        return CaseInvalid([Fault(pointer(self.place), message)])
