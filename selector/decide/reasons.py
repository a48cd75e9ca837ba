"""Why members cannot hold together, in a sentence with the figures that show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from models import Service
from selector.decide.ledger import Ledger
from selector.decide.member import Member
from selector.decide.unusable import Unusable
from selector.decide.words import amount
from selector.verify.words import count, number

_FLOORS = ("floor", "floor_by_kind")
_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Reasons:
    """Finds the figures that show why members of a case clash."""

    ledger: Ledger

    def alone(self, member: Member, reach: Decimal | None) -> str:
        """Why no award keeps a member, whatever else is given up; ``reach`` is what its limit would have to be."""
        text = member.sentence.removesuffix(".")
        if member.family == "shape":
            return f"{text}; {self._no_shape(member)}."
        if member.family in _FLOORS and member.limit is not None:
            total = self._volume(self._service(member))
            if total < member.limit and not self._some_serve_elsewhere(self._service(member)):
                return f"{text}; the buyers in this case have {amount(total, member.unit)}."
        if reach is None:
            return f"{text}; no award can keep this."
        if member.family == "viability":
            return f"{text}; it can come to {amount(reach, member.unit)} at the most."
        if member.sense == "at least":
            return f"{text}; no award has more than {amount(reach, member.unit)}."
        less = "fewer" if member.unit == "providers" else "less"
        return f"{text}; no award needs {less} than {amount(reach, member.unit)}."

    def together(self, members: Sequence[Member]) -> str | None:
        """Why no award keeps all of some members, at least two; None where no sum or count shows it."""
        return self._more_than_there_is(members) or self._every_bid_kept_out(members) or self._too_little_room(members)

    def _more_than_there_is(self, members: Sequence[Member]) -> str | None:
        """Floors of one service, and so many providers that they need more than its volume."""
        if any(member.family not in (*_FLOORS, "min_providers", "shape") for member in members):
            return None
        floors = [member.limit or _NOTHING for member in members if member.family in _FLOORS]
        if not floors or len({member.path[1] for member in members}) != 1:
            return None
        service = self._service(members[0])
        families = {member.family for member in members}
        providers = max(
            2 if "shape" in families and service.shape == "plural" else 1,
            service.min_providers if "min_providers" in families else 1,
        )
        total = self._volume(service)
        if min(floors) * providers <= total or self._some_serve_elsewhere(service):
            return None
        return (
            f"{service.name}: {count(providers, 'provider')} of {amount(min(floors), service.unit)} each need"
            f" {number(min(floors) * providers)}; the buyers in this case have {number(total)}."
        )

    def _every_bid_kept_out(self, members: Sequence[Member]) -> str | None:
        """Rules each of which keeps bids out by itself, so that a lot is left without any."""
        names = {member.name for member in members}
        appraisal, tender = self.ledger.relaxation.barred, self.ledger.tender
        reasons = Unusable(self.ledger.case, appraisal).reasons
        out = {bid for bid, each in reasons.items() if not names.isdisjoint(each)}
        pairs = zip(appraisal.bids.pair_bid.tolist(), appraisal.bids.pair_lot.tolist(), strict=True)
        left = {lot for bid, lot in pairs if bid not in out}
        without = next((lot for lot in range(len(appraisal.lots)) if lot not in left), None)
        if without is None:
            return None
        lot = tender.lots[appraisal.lots.ids[without]]
        return (
            f"Each bid for {tender.services[lot.service].name} for {tender.buyers[lot.buyer].name} is kept out by one"
            f" of these {len(members)} rules."
        )

    def _too_little_room(self, members: Sequence[Member]) -> str | None:
        """Capacities for one service: less room than it needs, or than the lots that only those bidders bid for."""
        services = {member.path[-1] for member in members if member.family == "capacity"}
        if len(services) != 1 or any(member.family != "capacity" for member in members):
            return None
        case, tender = self.ledger.case, self.ledger.tender
        service = next(each for each in case.services if each.id in services)
        room = {case.bidders[int(member.path[1])].id: member.limit or _NOTHING for member in members}
        total = self._volume(service)
        offered = self._offered(service)
        all_room = sum((min(most, room.get(bidder, most)) for bidder, most in offered.items()), _NOTHING)
        if all_room < total:
            return (
                f"{service.name}: all that bid for it can take on {amount(all_room, service.unit)} between them; the"
                f" buyers in this case have {number(total)}."
            )
        only = [lot for lot, bidders in self._bidding.items() if bidders <= room.keys() and self._is_of(lot, service)]
        if not only:
            return None
        needed = sum((tender.volume(tender.lots[lot]) for lot in only), _NOTHING)
        their_room = sum(room.values(), _NOTHING)
        fit = "" if their_room < needed else ", and as lots are awarded whole they do not fit"
        return (
            f"{service.name}: the {count(len(only), 'lot')} that only these {count(len(room), 'bidder')} bid for"
            f" {'has' if len(only) == 1 else 'have'} {amount(needed, service.unit)}; they can take on"
            f" {amount(their_room, service.unit)} between them{fit}."
        )

    @cached_property
    def _bidding(self) -> dict[str, set[str]]:
        """The bidders that bid for each lot."""
        found: dict[str, set[str]] = {}
        for bid in self.ledger.tender.bids.values():
            for lot in bid.lots:
                found.setdefault(lot, set()).add(bid.bidder)
        return found

    def _offered(self, service: Service) -> dict[str, Decimal]:
        """The volume of a service that each bidder bids for."""
        tender = self.ledger.tender
        found: dict[str, Decimal] = {}
        for lot, bidders in self._bidding.items():
            if self._is_of(lot, service):
                for bidder in bidders:
                    found[bidder] = found.get(bidder, _NOTHING) + tender.volume(tender.lots[lot])
        return found

    def _some_serve_elsewhere(self, service: Service) -> bool:
        """Whether any bidder for a service counts what it serves outside the case towards its floor."""
        bidders = self.ledger.tender.bidders
        return any(bidders[name].served_elsewhere_by_service.get(service.id) for name in self._offered(service))

    def _is_of(self, lot: str, service: Service) -> bool:
        return self.ledger.tender.lots[lot].service == service.id

    def _volume(self, service: Service) -> Decimal:
        tender = self.ledger.tender
        return sum((tender.volume(lot) for lot in tender.lots.values() if lot.service == service.id), _NOTHING)

    def _service(self, member: Member) -> Service:
        """The service that a statement of its row is about."""
        return self.ledger.case.services[int(member.path[1])]

    def _no_shape(self, member: Member) -> str:
        """Why no award can have a shape, whatever else is given up."""
        service = self._service(member)
        lots = [lot for lot in self._bidding if self._is_of(lot, service)]
        of_bidder: dict[str, int] = {}
        for lot in lots:
            for bidder in self._bidding[lot]:
                of_bidder[bidder] = of_bidder.get(bidder, 0) + 1
        if service.shape == "plural":
            return f"it has {count(len(lots), 'lot')} and {count(len(of_bidder), 'bidder')}"
        if service.shape == "single":
            return f"of its {count(len(lots), 'lot')} no bidder bids for more than {max(of_bidder.values()):,}"
        return "no group bids for all of it"
