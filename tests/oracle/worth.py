"""What a bid is worth: the first table of the specification."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tests.oracle.bars import bars
from tests.oracle.criteria import comes_to
from tests.oracle.displaced import Displacement, displacement
from tests.oracle.exact import THOUSANDTH, half_up, pence
from tests.oracle.tables import Bid, Bidder, Case, Lot
from tests.oracle.whole_life import whole_life


@dataclass(frozen=True)
class Offer:
    """A bid on one of its lots, and its figures there. Money in pence, quality in points, disruption in lots or WTE.

    ``id`` is the bid's, ``amounts`` are by year of the horizon, ``weighted_quality`` is q times the lot's weight,
    ``people_quality`` q times its people.
    """

    id: str
    lot: Lot
    bidder: Bidder
    list_price: int
    price_value: int
    amounts: tuple[int, ...]
    cost: int
    quality: Fraction
    weighted_quality: Fraction
    people_quality: Fraction
    displacement: Displacement
    disruption: Fraction

    @property
    def liability(self) -> int:
        """What staff on the lot are owed, before redeployment."""
        return self.displacement.liability

    @property
    def buyers_liability(self) -> int:
        """What the buyer pays of it."""
        return self.displacement.buyers_liability


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


@lru_cache(maxsize=8)
def worths(case: Case) -> dict[str, Worth]:
    """Every bid, fallbacks too, by id."""
    return {bid.id: _worth(case, bid) for bid in case.bids.values()}


def _worth(case: Case, bid: Bid) -> Worth:
    lots = [case.lots[lot] for lot in bid.lots]
    life = whole_life(case, bid)
    amounts = zip(*life.amounts, strict=True)
    figures = zip(lots, life.list_price, life.price_value, amounts, life.cost, strict=True)
    offers = tuple(_offer(case, bid, *row) for row in figures)
    return Worth(
        id=bid.id,
        bidder=case.bidders[bid.bidder],
        offers=offers,
        exclusive_group=bid.exclusive_group,
        value=sum(life.cost) + pence(_bracket(case, offers)),
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


def _offer(
    case: Case, bid: Bid, lot: Lot, list_price: int, price_value: int, amounts: tuple[int, ...], cost: int
) -> Offer:
    quality = _quality(case, bid, lot)
    moves = lot.incumbent not in (None, bid.bidder)
    return Offer(
        id=bid.id,
        lot=lot,
        bidder=case.bidders[bid.bidder],
        list_price=list_price,
        price_value=price_value,
        amounts=amounts,
        cost=cost,
        quality=quality,
        weighted_quality=lot.weight * quality,
        people_quality=lot.people * quality,
        displacement=displacement(case, bid, lot),
        disruption=Fraction(0) if not moves else lot.staff_wte if case.objective.staff_disruption else Fraction(1),
    )


def _total(offers: Iterable[Offer], figure: Callable[[Offer], Fraction | int]) -> Fraction:
    return Fraction(sum(map(figure, offers)))


def _quality(case: Case, bid: Bid, lot: Lot) -> Fraction:
    if bid.stated_quality is not None:
        return half_up(bid.stated_quality, THOUSANDTH)
    _, quality = comes_to(case.criteria, lot.service, bid.scores)
    return Fraction(0) if quality is None else half_up(quality, THOUSANDTH)
