"""What a bid is worth, and whether it is barred: the first table of the specification."""

import hashlib
import math
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.exact import THOUSANDTH, exact, half_up, pence
from tests.oracle.tables import Bid, Bidder, Case, Criterion, Lot, StaffOnLot

_LIMITS_ON_PAY_FROM = date(2015, 4, 1)
_MONTH_OF_YEARLY_PAY = exact("4.35") * Fraction(7, 365)


@dataclass(frozen=True)
class Offer:
    """A bid and its figures. Money in pence, quality in points, disruption in lots or WTE.

    ``weighted_quality`` is q times the lot's weight, ``people_quality`` q times its people, ``value`` what the bid
    adds to the money-valued objective, ``random`` the r of the tie-break.
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
    value: int
    random: int
    barred: bool


def offers(case: Case) -> dict[str, Offer]:
    """Every bid, fallbacks too, by id."""
    return {bid.id: _offer(case, bid) for bid in case.bids.values()}


def _offer(case: Case, bid: Bid) -> Offer:
    lot, bidder, objective = case.lots[bid.lot], case.bidders[bid.bidder], case.objective
    terms = case.terms[bidder.kind]
    list_price = pence(bid.price * lot.people if bid.per_head else bid.price)
    cost = pence(Fraction(list_price, 100) * case.annuity)
    quality = _quality(case, bid)
    stays = bidder.id == lot.incumbent
    transfer = terms.transfer if bid.transfer is None else bid.transfer
    liability = 0 if stays else pence(Fraction(_payments(case, lot), 100) * (1 - transfer))
    displaced = lot.staff_wte if objective.staff_disruption else Fraction(1)
    disruption = Fraction(0) if stays or lot.incumbent is None else displaced
    bracket = (
        objective.liability_weight * Fraction(liability, 100)
        + objective.disruption_value * disruption
        - objective.quality_value * lot.weight * quality / sum(other.weight for other in case.lots.values())
    )
    return Offer(
        id=bid.id,
        lot=lot,
        bidder=bidder,
        list_price=list_price,
        cost=cost,
        quality=quality,
        weighted_quality=lot.weight * quality,
        people_quality=lot.people * quality,
        liability=liability,
        buyers_liability=pence(Fraction(liability, 100) * terms.buyer_share),
        disruption=disruption,
        value=cost + pence(bracket),
        random=int.from_bytes(hashlib.sha256(bid.id.encode()).digest()[:3], "big") >> 4,
        barred=_barred(case, bid, lot, quality),
    )


def _applicable(case: Case, lot: Lot) -> list[Criterion]:
    return [row for row in case.criteria if row.services is None or lot.service in row.services]


def _quality(case: Case, bid: Bid) -> Fraction:
    if bid.stated_quality is not None:
        return half_up(bid.stated_quality, THOUSANDTH)
    criteria = _applicable(case, case.lots[bid.lot])
    if not criteria:
        return Fraction(0)
    total = sum((row.weight * bid.scores[row.id] for row in criteria), Fraction(0))
    return half_up(total / sum(row.weight for row in criteria), THOUSANDTH)


def _payment(case: Case, staff: StaffOnLot) -> int:
    """The redundancy payment of one head, in pence."""
    qualifies = staff.service_years >= 2 if staff.continuous_weeks is None else staff.continuous_weeks >= 104
    if not qualifies:
        return 0
    pay = staff.salary
    if case.date >= _LIMITS_ON_PAY_FROM:
        pay = min(max(pay, Fraction(23_000)), Fraction(80_000))
    months = min(math.floor(staff.service_years), 24)
    return pence(months * _MONTH_OF_YEARLY_PAY * pay * staff.wte_per_head)


def _payments(case: Case, lot: Lot) -> Fraction:
    """The payments to all staff on the lot if none transferred, in pence, not rounded again."""
    return sum((part.headcount * _payment(case, part) for part in lot.staff), Fraction(0))


def _barred(case: Case, bid: Bid, lot: Lot, quality: Fraction) -> bool:
    if lot.min_quality is not None and quality < lot.min_quality:
        return True
    if bid.stated_quality is not None:
        return False
    buyer = case.buyers[lot.buyer]
    return (
        any(row.minimum is not None and bid.scores[row.id] < row.minimum for row in _applicable(case, lot))
        or bid.bidder in buyer.vetoes
        or (buyer.shortlist is not None and bid.bidder not in buyer.shortlist)
    )
