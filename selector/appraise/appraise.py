"""From a case to its arrays."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import gcd, inf

import numpy as np

from models import Bid, Bidder, Buyer, Case, CaseInvalid, Fault, Lot, Service
from models.references import FALLBACK_PREFIX
from selector.appraise.appraisal import Appraisal, Bidders, Bids, Limits, Lots, Services
from selector.appraise.cost import annuity, list_price, pence, present_value
from selector.appraise.liability import LotStaff, staff_by_lot
from selector.appraise.quality import scales
from selector.appraise.rounding import half_up, whole

MOST_UNITS = 2**53
"""Beyond this many units a float cannot tell two whole numbers apart."""
_QUALITY_UNITS = 100_000  # thousandths of a point in the best quality, by which weights are multiplied
TOO_LARGE = (
    "its figures are too large to be exact to the penny: prices, volumes or people add up to more than 90 trillion"
)


def appraise(case: Case) -> Appraisal:
    """The arrays of a case: what each bid costs, is worth and puts at risk, and every limit on accepting it."""
    return _Appraiser(case).appraisal()


@dataclass(frozen=True)
class _Offer:
    """A bid, listed or fallen back on, as one row of the arrays."""

    id: str
    bidder: int
    lot: int
    list_price: int
    quality: int
    transfer: Fraction
    buyer_share: Fraction
    incumbent: bool
    bars: tuple[str, ...]


class _Appraiser:
    def __init__(self, case: Case) -> None:
        self.case = case
        self.lots = case.tendered
        self.factor = annuity(case.horizon)
        self.staff = staff_by_lot(case)
        self.buyers: dict[str, Buyer] = {buyer.id: buyer for buyer in case.buyers}
        self.services: dict[str, Service] = {service.id: service for service in case.services}
        self.buyer_at = {name: position for position, name in enumerate(self.buyers)}
        self.service_at = {name: position for position, name in enumerate(self.services)}
        self.lot_at = {lot.id: position for position, lot in enumerate(self.lots)}
        fallbacks = dict.fromkeys(lot.buyer for lot in self.lots if not lot.required)
        self.bidders = (*case.bidders, *(_fallback_bidder(self.buyers[buyer]) for buyer in fallbacks))
        self.bidder_at = {bidder.id: position for position, bidder in enumerate(self.bidders)}

    def appraisal(self) -> Appraisal:
        try:
            return Appraisal(
                lots=self._lots(),
                bids=self._bids(),
                bidders=self._bidders(),
                services=self._services(),
                limits=self._limits(),
            )
        except OverflowError:
            raise CaseInvalid([Fault("", TOO_LARGE)]) from None

    def _staff(self, lot: Lot) -> LotStaff:
        return self.staff.get(lot.id) or LotStaff()

    def _lots(self) -> Lots:
        lots = self.lots
        people = [self.buyers[lot.buyer].population for lot in lots]
        weights = [
            count * whole(self.services[lot.service].weight, 10**6) for count, lot in zip(people, lots, strict=True)
        ]
        common = gcd(*weights)
        if sum(weights) // common * _QUALITY_UNITS >= 2**62:
            raise CaseInvalid([Fault("/services", "have weights of more decimal places than can be told apart")])
        return Lots(
            ids=tuple(lot.id for lot in lots),
            buyer=_ints(self.buyer_at[lot.buyer] for lot in lots),
            service=_ints(self.service_at[lot.service] for lot in lots),
            volume=_ints(whole(lot.volume or Decimal(0), 1000) for lot in lots),
            people=_ints(people),
            weight=np.array([weight // common for weight in weights], dtype=np.int64),
            wte=_ints(
                half_up(self._staff(lot).wte * 1000) if lot.wte is None else whole(lot.wte, 1000) for lot in lots
            ),
        )

    def _bids(self) -> Bids:
        offers = [*self._offers(), *self._fallbacks()]
        liability, buyers_liability, disruption = [], [], []
        staffed = self.case.objective.disruption == "staff"
        for offer in offers:
            lot = self.lots[offer.lot]
            staff = self._staff(lot)
            redundancy = 0 if offer.incumbent else staff.liability(offer.transfer)
            liability.append(redundancy)
            buyers_liability.append(half_up(redundancy * offer.buyer_share))
            moved = lot.incumbent is not None and not offer.incumbent
            disruption.append((half_up(staff.wte * 1000) if staffed else 1000) if moved else 0)
        return Bids(
            ids=tuple(offer.id for offer in offers),
            bidder=_ints(offer.bidder for offer in offers),
            pair_bid=np.arange(len(offers), dtype=np.int64),
            pair_lot=_ints(offer.lot for offer in offers),
            list_price=_ints(offer.list_price for offer in offers),
            cost=_ints(present_value(offer.list_price, self.factor) for offer in offers),
            quality=_ints(offer.quality for offer in offers),
            liability=_ints(liability),
            buyers_liability=_ints(buyers_liability),
            disruption=_ints(disruption),
            open=np.array([not offer.bars for offer in offers], dtype=np.bool_),
            bars={position: offer.bars for position, offer in enumerate(offers) if offer.bars},
        )

    def _offers(self) -> Iterable[_Offer]:
        scale = scales(self.services, self.case.criteria)
        terms = {bidder.id: self.case.terms(bidder.kind) for bidder in self.bidders}
        for bid in self.case.bids:
            lot = self.lots[self.lot_at[bid.lots[0]]]
            buyer = self.buyers[lot.buyer]
            term = terms[bid.bidder]
            points = scale[lot.service].quality(bid)
            bars = (
                *scale[lot.service].shortfalls(bid),
                *self._too_poor(lot, points),
                *_refused(bid, buyer),
            )
            yield _Offer(
                id=bid.id,
                bidder=self.bidder_at[bid.bidder],
                lot=self.lot_at[lot.id],
                list_price=list_price(bid, buyer),
                quality=points,
                transfer=Fraction(term.transfer if bid.transfer is None else bid.transfer),
                buyer_share=Fraction(term.buyer_share),
                incumbent=bid.bidder == lot.incumbent,
                bars=bars,
            )

    def _fallbacks(self) -> Iterable[_Offer]:
        term = self.case.terms("in_house")
        for position, lot in enumerate(self.lots):
            if lot.in_house is None:
                continue
            points = whole(lot.in_house.quality, 1000)
            yield _Offer(
                id=f"{FALLBACK_PREFIX}{lot.id}",
                bidder=self.bidder_at[f"{FALLBACK_PREFIX}{lot.buyer}"],
                lot=position,
                list_price=pence(lot.in_house.cost),
                quality=points,
                transfer=Fraction(term.transfer),
                buyer_share=Fraction(term.buyer_share),
                incumbent=False,
                bars=self._too_poor(lot, points),
            )

    def _too_poor(self, lot: Lot, points: int) -> tuple[str, ...]:
        least = self.services[lot.service].min_quality if lot.min_quality is None else lot.min_quality
        return () if least is None or points >= least * 1000 else (f"min_quality[{lot.id}]",)

    def _bidders(self) -> Bidders:
        bidders, services = self.bidders, self.case.services
        shape = (len(bidders), len(services))
        setup = np.zeros(shape, dtype=np.int64)
        floor = np.zeros(shape)
        capacity = np.full(shape, inf)
        viability = np.zeros(len(bidders))
        waived = self._waived()
        for row, bidder in enumerate(bidders):
            for name, charge in bidder.setup.items():
                setup[row, self.service_at[name]] = pence(charge)
            for name, most in bidder.capacity.items():
                capacity[row, self.service_at[name]] = whole(most, 1000)
            if bidder.id in waived:
                continue
            viability[row] = max(bidder.viability_floor - bidder.served_elsewhere, 0)
            for column, service in enumerate(services):
                least = service.floor_by_kind.get(bidder.kind, service.floor)
                elsewhere = bidder.served_elsewhere_by_service.get(service.id, 0)
                floor[row, column] = max(whole(least - elsewhere, 1000), 0)
        _ints(setup.ravel().tolist())  # for its check alone
        memberships = [
            (row, self.bidder_at[partner.bidder], whole(partner.share, 10**6))
            for row, bidder in enumerate(bidders)
            for partner in bidder.partners
        ]
        groups = _groups(bidders)
        return Bidders(
            ids=tuple(bidder.id for bidder in bidders),
            overhead=_ints(present_value(pence(bidder.overhead), self.factor) for bidder in bidders),
            setup=setup,
            floor=floor,
            capacity=capacity,
            capacity_wte=np.array(
                [inf if bidder.capacity_wte is None else whole(bidder.capacity_wte, 1000) for bidder in bidders]
            ),
            viability=viability,
            group=_ints(groups),
            partnership=_ints(row for row, _, _ in memberships),
            partner=_ints(partner for _, partner, _ in memberships),
            share=_ints(share for _, _, share in memberships),
        )

    def _waived(self) -> set[str]:
        """In-house bidders that bid for nobody else: they need no scale."""
        own = {bidder.id: bidder.buyer for bidder in self.bidders if bidder.kind == "in_house"}
        sellers = {
            bid.bidder
            for bid in self.case.bids
            if bid.bidder in own and any(self.lots[self.lot_at[lot]].buyer != own[bid.bidder] for lot in bid.lots)
        }
        return own.keys() - sellers

    def _services(self) -> Services:
        services = self.case.services
        standard, each = np.full(len(services), -inf), np.full(len(services), -inf)
        for position, service in enumerate(services):
            if service.quality_standard is not None:
                (each if service.shape == "plural" else standard)[position] = float(service.quality_standard * 1000)
        single, plural, network = (
            np.array([service.shape == shape for service in services], dtype=np.bool_)
            for shape in ("single", "plural", "network")
        )
        return Services(
            ids=tuple(service.id for service in services),
            local=np.array([service.scale == "local" for service in services], dtype=np.bool_),
            min_providers=_ints(service.min_providers for service in services),
            max_providers=np.array(
                [inf if service.max_providers is None else service.max_providers for service in services]
            ),
            single=single,
            plural=plural,
            network=network,
            standard=standard,
            provider_standard=each,
        )

    def _limits(self) -> Limits:
        buyers = self.case.buyers
        budgets = [
            (position, year, pence(limit))
            for position, buyer in enumerate(buyers)
            for year, limit in buyer.budget.items()
        ]
        cap = self.case.liability_cap
        return Limits(
            buyers=tuple(buyer.id for buyer in buyers),
            budget_buyer=_ints(position for position, _, _ in budgets),
            budget_years=tuple(year for _, year, _ in budgets),
            budget=_ints(limit for _, _, limit in budgets),
            liability_caps=np.array(
                [inf if buyer.liability_cap is None else pence(buyer.liability_cap) for buyer in buyers],
                dtype=np.float64,
            ),
            liability_cap=inf if cap is None else float(pence(cap)),
            mean_quality=np.array(
                [-inf if buyer.min_mean_quality is None else float(buyer.min_mean_quality * 1000) for buyer in buyers]
            ),
        )


def _fallback_bidder(buyer: Buyer) -> Bidder:
    return Bidder(id=f"{FALLBACK_PREFIX}{buyer.id}", name=f"{buyer.name} (in-house)", kind="in_house", buyer=buyer.id)


def _refused(bid: Bid, buyer: Buyer) -> tuple[str, ...]:
    vetoed = (f"veto[{buyer.id}, {bid.bidder}]",) if bid.bidder in buyer.vetoes else ()
    unlisted = (f"shortlist[{buyer.id}]",) if buyer.shortlist is not None and bid.bidder not in buyer.shortlist else ()
    return (*vetoed, *unlisted)


def _groups(bidders: Iterable[Bidder]) -> Iterable[int]:
    """A number for each bidder's group; a bidder without a group is a group of its own."""
    numbers: dict[tuple[str, str], int] = {}
    for bidder in bidders:
        key = ("bidder", bidder.id) if bidder.group is None else ("group", bidder.group)
        yield numbers.setdefault(key, len(numbers))


def _ints(values: Iterable[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Whole numbers as an array, small enough all together that neither sums nor floats lose a unit."""
    exact = list(values)
    if sum(map(abs, exact)) > MOST_UNITS:
        raise OverflowError
    return np.array(exact, dtype=np.int64)
