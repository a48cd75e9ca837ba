"""The case by id, each table once, with the fallbacks of optional lots among its bids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from models import Bid, Bidder, Case, Criterion, Lot, Reason
from selector.verify.criteria import Criteria
from selector.verify.exact import half_up
from selector.verify.places import Neighbours, neighbours
from selector.verify.staff import LotStaff, staff_of

if TYPE_CHECKING:
    from selector.verify.worth import Worth

_FALLBACK = "in-house:"


class Tender:
    """A case, looked up by id. Mappings keep case order, fallbacks last."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.lots = {lot.id: lot for lot in case.tendered}
        self.buyers = {buyer.id: buyer for buyer in case.buyers}
        self.services = {service.id: service for service in case.services}
        self.fallbacks = {bid.id: bid for bid in map(_fallback, case.tendered) if bid is not None}
        self.bids: Mapping[str, Bid] = {bid.id: bid for bid in case.bids} | self.fallbacks
        self.bidders: Mapping[str, Bidder] = {bidder.id: bidder for bidder in case.bidders} | {
            bid.bidder: self._doing_it_itself(self.lots[bid.lots[0]]) for bid in self.fallbacks.values()
        }
        self.tree = Criteria(case)
        """What quality is made of."""
        self.criteria: Mapping[str, tuple[Criterion, ...]] = self.tree.applying
        """By service: the criteria that apply to it."""
        self.staff: Mapping[str, LotStaff] = staff_of(case, case.tendered, self.sizes)
        """Who works on each lot today."""
        self.memberships: Mapping[str, tuple[tuple[str, Decimal], ...]] = _memberships(case)
        self.frameworks = {service: framework for framework in case.frameworks for service in framework.services}
        """The framework of each service that is called off under one."""
        self._serves_others = frozenset(
            bid.bidder
            for bid in case.bids
            if any(self.lots[lot].buyer != self.bidders[bid.bidder].buyer for lot in bid.lots)
        )
        rate = Fraction(case.horizon.discount_rate)
        self.worth_today = tuple(1 / (1 + rate) ** year for year in range(case.horizon.years))
        """What a pound of each year of the horizon is worth on its first day."""
        self.annuity = sum(self.worth_today, Fraction(0))
        self.worths: dict[str, Mapping[str, Worth]] = {}
        """What bids are worth, of those that were asked for: awards of one case have most of their bids in common."""
        self.reasons: dict[str, tuple[Reason, ...]] = {}
        """Why bids may not be accepted, of those that were asked for."""
        self.least_prices: dict[str, Decimal] = {}
        """The least list price of the bids for each lot; empty until it is asked for."""
        self.total_weight = sum((self.weight(lot) for lot in case.tendered), Fraction(0))

    def bids_for(self, lot: str) -> Sequence[Bid]:
        """The bids for a lot, its fallback last."""
        return self._bids_for[lot]

    @cached_property
    def _bids_for(self) -> Mapping[str, Sequence[Bid]]:
        found: dict[str, list[Bid]] = {lot: [] for lot in self.lots}
        for bid in self.bids.values():
            for lot in bid.lots:
                found[lot].append(bid)
        return found

    def people(self, lot: Lot) -> int:
        """The people of a lot: those of its buyer."""
        return self.buyers[lot.buyer].population

    def weight(self, lot: Lot) -> Fraction:
        """What a lot weighs in Q: people x service weight."""
        return self.people(lot) * Fraction(self.services[lot.service].weight)

    def volume(self, lot: Lot) -> Decimal:
        """How much a lot buys, in its service's unit."""
        return Decimal(self.people(lot)) if lot.volume is None else lot.volume

    def sizes(self, lots: Sequence[Lot]) -> tuple[Fraction, ...]:
        """How large lots are beside each other: their volumes where these have one unit, else their people."""
        if len({self.services[lot.service].unit for lot in lots}) == 1:
            return tuple(Fraction(self.volume(lot)) for lot in lots)
        return tuple(Fraction(self.people(lot)) for lot in lots)

    def staff_wte(self, lot: Lot) -> Decimal:
        """The WTE of the staff on a lot, to 0.001."""
        return half_up(self.staff[lot.id].wte, 3)

    def wte(self, lot: Lot) -> Decimal:
        """The work that a lot takes, in WTE."""
        return self.staff_wte(lot) if lot.wte is None else lot.wte

    def at_home(self, bidder: Bidder) -> bool:
        """Whether a bidder is in-house and bids for its own buyer alone, so that much is waived for it."""
        return bidder.kind == "in_house" and bidder.id not in self._serves_others

    def accredited(self, bidder: str, service: str) -> bool:
        """Whether the framework of a service, if it has one, allows a bidder."""
        framework = self.frameworks.get(service)
        return framework is None or framework.accredited is None or bidder in framework.accredited

    @cached_property
    def competitors(self) -> Mapping[str, int]:
        """By lot: the accredited bidders, those at home apart, that have listed bids for it."""
        found: dict[str, set[str]] = {lot: set() for lot in self.lots}
        for bid in self.case.bids:
            if not self.at_home(self.bidders[bid.bidder]):
                for lot in bid.lots:
                    if self.accredited(bid.bidder, self.lots[lot].service):
                        found[lot].add(bid.bidder)
        return {lot: len(bidders) for lot, bidders in found.items()}

    @cached_property
    def neighbours(self) -> Mapping[str, Neighbours]:
        """By service that asks for contiguity: which places border on each other."""
        return {
            service.id: neighbours(self.case, service.contiguity)
            for service in self.case.services
            if service.contiguity is not None
        }

    def _doing_it_itself(self, lot: Lot) -> Bidder:
        name = f"{self.buyers[lot.buyer].name} (in-house)"
        # Not validated: the prefix may take the id past the length that a case may give one.
        return Bidder.model_construct(id=f"{_FALLBACK}{lot.buyer}", name=name, kind="in_house", buyer=lot.buyer)


def _fallback(lot: Lot) -> Bid | None:
    if lot.in_house is None:
        return None
    return Bid.model_construct(
        id=f"{_FALLBACK}{lot.id}", bidder=f"{_FALLBACK}{lot.buyer}", lots=(lot.id,), price=lot.in_house.cost
    )


def _memberships(case: Case) -> dict[str, tuple[tuple[str, Decimal], ...]]:
    """By partner: the partnerships it belongs to, each with its share."""
    found: defaultdict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    for bidder in case.bidders:
        for partner in bidder.partners:
            found[partner.bidder].append((bidder.id, partner.share))
    return {partner: tuple(belongs) for partner, belongs in found.items()}
