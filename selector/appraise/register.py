"""A case by position: its tables in their order, fallbacks last."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from models import Bidder, Buyer, Case, Lot, Service, StaffGroup
from models.references import FALLBACK_PREFIX
from selector.appraise.liability import LotStaff, Payments
from selector.appraise.rounding import whole


class Register:
    """The tables of a case, and where each row of them stands in the arrays."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.lots: tuple[Lot, ...] = case.tendered
        self.buyers: dict[str, Buyer] = {buyer.id: buyer for buyer in case.buyers}
        self.services: dict[str, Service] = {service.id: service for service in case.services}
        self.buyer_at = {name: position for position, name in enumerate(self.buyers)}
        self.service_at = {name: position for position, name in enumerate(self.services)}
        self.lot_at = {lot.id: position for position, lot in enumerate(self.lots)}
        fallbacks = dict.fromkeys(lot.buyer for lot in self.lots if not lot.required)
        self.bidders: tuple[Bidder, ...] = (
            *case.bidders,
            *(_fallback_bidder(self.buyers[buyer]) for buyer in fallbacks),
        )
        self.bidder_at = {bidder.id: position for position, bidder in enumerate(self.bidders)}

    @cached_property
    def bidder_of(self) -> Mapping[str, Bidder]:
        """Bidders by id."""
        return {bidder.id: bidder for bidder in self.bidders}

    @cached_property
    def at_home(self) -> frozenset[str]:
        """In-house bidders that bid for nobody but their own buyer: what asks for scale does not bind them."""
        own = {bidder.id: bidder.buyer for bidder in self.bidders if bidder.kind == "in_house"}
        sellers = {
            bid.bidder
            for bid in self.case.bids
            if bid.bidder in own and any(self.lot(name).buyer != own[bid.bidder] for name in bid.lots)
        }
        return frozenset(own.keys() - sellers)

    def lot(self, name: str) -> Lot:
        """The lot of an id."""
        return self.lots[self.lot_at[name]]

    def people(self, lot: Lot) -> int:
        """The people of a lot: those of its buyer."""
        return self.buyers[lot.buyer].population

    @cached_property
    def _staff(self) -> Mapping[str, LotStaff]:
        lots: defaultdict[str, LotStaff] = defaultdict(LotStaff)
        for group in self.case.staff_groups:
            for name, share in self._shares(group):
                lots[name].add(group, share)
        return lots

    def _shares(self, group: StaffGroup) -> Iterator[tuple[str, Fraction]]:
        if group.lots:
            yield from ((each.lot, Fraction(each.share)) for each in group.lots)
            return
        lots = self._provided_by.get(group.employer or "", [])
        sizes = self.sizes(lots)
        total = sum(sizes)
        yield from ((lot.id, Fraction(size, total)) for lot, size in zip(lots, sizes, strict=True))

    @cached_property
    def _provided_by(self) -> Mapping[str, list[Lot]]:
        """The lots of each incumbent."""
        lots: defaultdict[str, list[Lot]] = defaultdict(list)
        for lot in self.lots:
            if lot.incumbent is not None:
                lots[lot.incumbent].append(lot)
        return lots

    def staff(self, lot: Lot) -> LotStaff:
        """The staff on a lot."""
        return self._staff.get(lot.id) or LotStaff()

    @cached_property
    def payments(self) -> Payments:
        """What redundancy comes to."""
        return Payments(self.case)

    def needed(self, lot: Lot) -> Fraction:
        """The part of its staff that a lot is to be run with."""
        wte = self.staff(lot).wte
        return (
            Fraction(1) if lot.required_wte is None or not wte else min(Fraction(lot.required_wte) / wte, Fraction(1))
        )

    def sizes(self, lots: Sequence[Lot]) -> list[int]:
        """By what figures are shared over lots: volumes in thousandths where all have one unit, else people."""
        if len(lots) > 1 and len({self.services[lot.service].unit for lot in lots}) > 1:
            return [self.people(lot) for lot in lots]
        return [whole(lot.volume or Decimal(0), 1000) for lot in lots]


def _fallback_bidder(buyer: Buyer) -> Bidder:
    # Not validated: the prefix may take the id past the length that a case may give one.
    return Bidder.model_construct(
        id=f"{FALLBACK_PREFIX}{buyer.id}", name=f"{buyer.name} (in-house)", kind="in_house", buyer=buyer.id
    )
