"""What a bid is worth: the first table of the specification."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.bars import bars
from tests.oracle.displaced import liabilities
from tests.oracle.exact import THOUSANDTH, half_up, pence
from tests.oracle.sharing import shared
from tests.oracle.tables import Bid, Bidder, Case, Criterion, Lot


@dataclass(frozen=True)
class Offer:
    """A bid on one of its lots, and its figures there. Money in pence, quality in points, disruption in lots or WTE.

    ``id`` is the bid's, ``weighted_quality`` q times the lot's weight, ``people_quality`` q times its people.
    """

    id: str
    lot: Lot
    bidder: Bidder
    list_price: int
    cost: int
    quality: Fraction
    weighted_quality: Fraction
    people_quality: Fraction
    liability: int
    buyers_liability: int
    disruption: Fraction


@dataclass(frozen=True)
class Worth:
    """A bid as a whole: its figures on each of its lots, in the order in which it names them.

    ``value`` is what it adds to the money-valued objective, ``random`` the r of the tie-break, ``bars`` the names of
    what bars it.
    """

    id: str
    bidder: Bidder
    offers: tuple[Offer, ...]
    exclusive_group: tuple[str, str] | None
    value: int
    random: int
    bars: tuple[str, ...]

    @property
    def lots(self) -> tuple[str, ...]:
        """The ids of its lots."""
        return tuple(offer.lot.id for offer in self.offers)

    @property
    def cost(self) -> int:
        """Its cost."""
        return sum(offer.cost for offer in self.offers)


def worths(case: Case) -> dict[str, Worth]:
    """Every bid, fallbacks too, by id."""
    return {bid.id: _worth(case, bid) for bid in case.bids.values()}


def _worth(case: Case, bid: Bid) -> Worth:
    lots = [case.lots[lot] for lot in bid.lots]
    people = sum(case.buyers[buyer].people for buyer in {lot.buyer for lot in lots})
    list_price = pence(bid.price * people if bid.per_head else bid.price)
    cost = pence(Fraction(list_price, 100) * case.annuity)
    shares = zip(lots, shared(case, bid, list_price), shared(case, bid, cost), strict=True)
    offers = tuple(_offer(case, bid, *share) for share in shares)
    return Worth(
        id=bid.id,
        bidder=case.bidders[bid.bidder],
        offers=offers,
        exclusive_group=bid.exclusive_group,
        value=cost + pence(_bracket(case, offers)),
        random=int.from_bytes(hashlib.sha256(bid.id.encode()).digest()[:3], "big") >> 4,
        bars=tuple(bars(case, bid, {offer.lot.id: offer.quality for offer in offers})),
    )


def _bracket(case: Case, offers: Iterable[Offer]) -> Fraction:
    """What a bid counts beside its cost, in pounds."""
    objective, bracket = case.objective, Fraction(0)
    if objective.liability_weight:
        bracket += objective.liability_weight * _total(offers, lambda offer: offer.liability) / 100
    if objective.disruption_value:
        bracket += objective.disruption_value * _total(offers, lambda offer: offer.disruption)
    if objective.quality_value:
        weight = sum(lot.weight for lot in case.lots.values())
        bracket -= objective.quality_value * _total(offers, lambda offer: offer.weighted_quality) / weight
    return bracket


def _offer(case: Case, bid: Bid, lot: Lot, list_price: int, cost: int) -> Offer:
    quality = _quality(case, bid, lot)
    liability, buyers_liability = liabilities(case, bid, lot)
    moves = lot.incumbent not in (None, bid.bidder)
    return Offer(
        id=bid.id,
        lot=lot,
        bidder=case.bidders[bid.bidder],
        list_price=list_price,
        cost=cost,
        quality=quality,
        weighted_quality=lot.weight * quality,
        people_quality=lot.people * quality,
        liability=liability,
        buyers_liability=buyers_liability,
        disruption=Fraction(0) if not moves else lot.staff_wte if case.objective.staff_disruption else Fraction(1),
    )


def _total(offers: Iterable[Offer], figure: Callable[[Offer], Fraction | int]) -> Fraction:
    return Fraction(sum(map(figure, offers)))


def _applicable(case: Case, lot: Lot) -> list[Criterion]:
    return [row for row in case.criteria if row.services is None or lot.service in row.services]


def _quality(case: Case, bid: Bid, lot: Lot) -> Fraction:
    if bid.stated_quality is not None:
        return half_up(bid.stated_quality, THOUSANDTH)
    criteria = _applicable(case, lot)
    if not criteria:
        return Fraction(0)
    total = sum((row.weight * bid.scores[row.id] for row in criteria), Fraction(0))
    return half_up(total / sum(row.weight for row in criteria), THOUSANDTH)
