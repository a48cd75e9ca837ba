"""The bids of a case as arrays, a figure for each lot that a bid is for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

import numpy as np

from models import Bid, Buyer, Lot
from models.references import FALLBACK_PREFIX
from selector.appraise.appraisal import Bids
from selector.appraise.competitors import competitors, frameworks, is_accredited
from selector.appraise.consequence import Consequence
from selector.appraise.cost import pence
from selector.appraise.liability import LotStaff
from selector.appraise.lot_sets import in_set
from selector.appraise.parts import Parts
from selector.appraise.quality import scales
from selector.appraise.register import Register
from selector.appraise.rounding import half_up, whole
from selector.appraise.timeline import Spans
from selector.appraise.units import ints
from selector.appraise.whole_life import WholeLife

_NOTHING = Fraction(0)


@dataclass(frozen=True)
class _Offer:
    """A bid, listed or fallen back on; what it is worth stands in the order of its lots."""

    id: str
    bidder: int
    lots: tuple[int, ...]
    list_price: list[int]
    cost: list[int]
    quality: list[int]
    price_value: list[int]
    amounts: list[list[int]]
    consequences: list[Consequence]
    bars: tuple[str, ...]
    exclusive_group: str | None = None


def bids(register: Register) -> Bids:
    """Every bid of a case, fallbacks last."""
    return _Bids(register).bids()


@dataclass
class _Bids:
    register: Register
    _groups: dict[tuple[str, str], int] = field(default_factory=dict)
    _redundancies: dict[tuple[str, Consequence], tuple[int, int]] = field(default_factory=dict)
    _known_pensions: dict[tuple[str, Consequence], Fraction] = field(default_factory=dict)

    def bids(self) -> Bids:
        offers = [*self._offers(), *self._fallbacks()]
        liability, buyers_liability, disruption = self._consequences(offers)
        years = self.register.case.horizon.years
        return Bids(
            ids=tuple(offer.id for offer in offers),
            bidder=ints(offer.bidder for offer in offers),
            pair_bid=np.repeat(np.arange(len(offers)), [len(offer.lots) for offer in offers]).astype(np.int64),
            pair_lot=ints(lot for offer in offers for lot in offer.lots),
            list_price=ints(each for offer in offers for each in offer.list_price),
            cost=ints(each for offer in offers for each in offer.cost),
            price_value=ints(each for offer in offers for each in offer.price_value),
            amounts=ints(each for offer in offers for row in offer.amounts for each in row).reshape(-1, years),
            quality=ints(each for offer in offers for each in offer.quality),
            liability=ints(liability),
            buyers_liability=ints(buyers_liability),
            disruption=ints(disruption),
            consequences=tuple(each for offer in offers for each in offer.consequences),
            exclusive=ints(self._group(offer) for offer in offers),
            exclusive_groups=tuple(self._groups),
            open=np.array([not offer.bars for offer in offers], dtype=np.bool_),
            bars={position: offer.bars for position, offer in enumerate(offers) if offer.bars},
        )

    def _group(self, offer: _Offer) -> int:
        if offer.exclusive_group is None:
            return -1
        key = (self.register.bidders[offer.bidder].id, offer.exclusive_group)
        return self._groups.setdefault(key, len(self._groups))

    def _consequences(self, offers: Iterable[_Offer]) -> tuple[list[int], list[int], list[int]]:
        """Liability, the buyers' part of it, and disruption, of each bid on each of its lots."""
        staffed = self.register.case.objective.disruption == "staff"
        liability, buyers_liability, disruption = [], [], []
        for offer in offers:
            bidder = self.register.bidders[offer.bidder].id
            for position, consequence in zip(offer.lots, offer.consequences, strict=True):
                lot = self.register.lots[position]
                staff = self.register.staff(lot)
                redundancy, paid = self._redundancy(lot, staff, consequence)
                liability.append(redundancy)
                buyers_liability.append(paid)
                moved = lot.incumbent is not None and lot.incumbent != bidder
                disruption.append((half_up(staff.wte * 1000) if staffed else 1000) if moved else 0)
        return liability, buyers_liability, disruption

    def _redundancy(self, lot: Lot, staff: LotStaff, consequence: Consequence) -> tuple[int, int]:
        """Pence of redundancy, and the part of it that the buyer pays."""
        if not staff.groups or not (consequence.displaced or consequence.later):
            return 0, 0
        key = (lot.id, consequence)
        if key not in self._redundancies:
            self._redundancies[key] = self._worked_out(lot, staff, consequence)
        return self._redundancies[key]

    def _worked_out(self, lot: Lot, staff: LotStaff, consequence: Consequence) -> tuple[int, int]:
        payments = self.register.payments
        today = payments.of_lot(lot.id, staff, self.register.case.date)
        exact, paid = consequence.displaced * today, consequence.buyers * today
        for left in consequence.later:
            then = payments.of_lot(lot.id, staff, left.day)
            exact += left.share * then
            paid += left.buyers * then
        if not exact:
            return 0, 0
        redundancy = half_up(exact)
        return redundancy, half_up(redundancy * (paid / exact))

    def _offers(self) -> Iterator[_Offer]:
        register = self.register
        scale = scales(register.services, register.case.criteria, register.case.marking)
        bars = _Bars(register)
        for bid in register.case.bids:
            lots = [register.lot(name) for name in bid.lots]
            points = {name: scale[name].quality(bid) for name in dict.fromkeys(lot.service for lot in lots)}
            quality = [points[lot.service] for lot in lots]
            serves = self._spans.of(bid)
            bidder = register.bidder_of[bid.bidder]
            consequences = [self._parts.consequence(bidder, lot, bid.transfer, serves) for lot in lots]
            figures = self._whole_life.of_bid(bid, serves, lots, self._pensions(lots, consequences))
            yield _Offer(
                id=bid.id,
                bidder=register.bidder_at[bid.bidder],
                lots=tuple(register.lot_at[name] for name in bid.lots),
                list_price=figures.list_price,
                cost=figures.cost,
                price_value=figures.price_value,
                amounts=figures.amounts,
                quality=quality,
                consequences=consequences,
                bars=bars.of(
                    bid, lots, quality, tuple(name for service in points for name in scale[service].shortfalls(bid))
                ),
                exclusive_group=bid.exclusive_group,
            )

    def _pensions(self, lots: list[Lot], consequences: list[Consequence]) -> list[Fraction]:
        """What the pensions of the staff on each lot cost more, in pence a year."""
        return [
            self._pension(lot, each) if each.pension else _NOTHING for lot, each in zip(lots, consequences, strict=True)
        ]

    def _pension(self, lot: Lot, consequence: Consequence) -> Fraction:
        key = (lot.id, consequence)
        if key not in self._known_pensions:
            self._known_pensions[key] = consequence.pension * self.register.staff(lot).pay * 100
        return self._known_pensions[key]

    @cached_property
    def _spans(self) -> Spans:
        return Spans(self.register.case.horizon)

    @cached_property
    def _parts(self) -> Parts:
        return Parts(self.register)

    @cached_property
    def _whole_life(self) -> WholeLife:
        return WholeLife(self.register)

    def _fallbacks(self) -> Iterator[_Offer]:
        register = self.register
        serves = self._spans.whole
        for position, lot in enumerate(register.lots):
            if lot.in_house is None:
                continue
            points = whole(lot.in_house.quality, 1000)
            bidder = register.bidder_of[f"{FALLBACK_PREFIX}{lot.buyer}"]
            consequence = self._parts.consequence(bidder, lot, None, serves)
            (pension,) = self._pensions([lot], [consequence])
            figures = self._whole_life.of_fallback(bidder, serves, lot, pence(lot.in_house.cost), pension)
            yield _Offer(
                id=f"{FALLBACK_PREFIX}{lot.id}",
                bidder=register.bidder_at[bidder.id],
                lots=(position,),
                list_price=figures.list_price,
                cost=figures.cost,
                price_value=figures.price_value,
                amounts=figures.amounts,
                quality=[points],
                consequences=[consequence],
                bars=too_poor(register, lot, points),
            )


class _Bars:
    """What keeps bids from being accepted."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._framework = frameworks(register)
        self._competitors = competitors(register)
        self._excluded = [
            (each, frozenset(np.flatnonzero(in_set(each.lots, register)).tolist())) for each in register.case.exclusions
        ]

    def of(self, bid: Bid, lots: list[Lot], quality: list[int], shortfalls: tuple[str, ...]) -> tuple[str, ...]:
        """The names of what bars a bid, each once."""
        register = self._register
        names = [*shortfalls]
        for lot, points in zip(lots, quality, strict=True):
            names += too_poor(register, lot, points)
            names += _refused(bid, register.buyers[lot.buyer])
        names += self._alone(bid)
        names += [
            f"exclusion[{each.id}]"
            for each, positions in self._excluded
            if bid.id == each.bid
            or (bid.bidder == each.bidder and any(register.lot_at[lot.id] in positions for lot in lots))
        ]
        if bid.bidder not in register.at_home:
            for lot in lots:
                names += self._outside(bid, lot)
        return tuple(dict.fromkeys(names))

    def _alone(self, bid: Bid) -> list[str]:
        """Bidders that may only partner the NHS, where none of it is with them."""
        bidder = self._register.bidder_of[bid.bidder]
        partners = [self._register.bidder_of[each.bidder] for each in bidder.partners]
        with_nhs = any(each.is_nhs for each in partners)
        barred = [bidder, *(each for each in partners if not with_nhs)]
        return [f"partner_only[{each.id}]" for each in barred if each.partner_only]

    def _outside(self, bid: Bid, lot: Lot) -> list[str]:
        """Frameworks that the bidder is not accredited to, or in which too few compete for the lot."""
        framework = self._framework.get(lot.service)
        if framework is None:
            return []
        names = [] if is_accredited(framework, bid.bidder) else [f"framework[{framework.id}]"]
        if self._competitors.get(lot.id, 0) < framework.min_competitors:
            names.append(f"competition[{framework.id}]")
        return names


def too_poor(register: Register, lot: Lot, points: int) -> tuple[str, ...]:
    """What bars a bid of so many thousandths of a point for a lot."""
    least = register.services[lot.service].min_quality if lot.min_quality is None else lot.min_quality
    return () if least is None or points >= least * 1000 else (f"min_quality[{lot.id}]",)


def _refused(bid: Bid, buyer: Buyer) -> tuple[str, ...]:
    vetoed = (f"veto[{buyer.id}, {bid.bidder}]",) if bid.bidder in buyer.vetoes else ()
    unlisted = (f"shortlist[{buyer.id}]",) if buyer.shortlist is not None and bid.bidder not in buyer.shortlist else ()
    return (*vetoed, *unlisted)
