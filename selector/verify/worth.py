"""What one bid is worth on its lot."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from models import Bid, Lot, StaffGroup
from selector.verify.exact import half_up, pennies
from selector.verify.tender import Tender

_PAY_LIMITS_FROM = date(2015, 4, 1)
_LEAST_PAY, _MOST_PAY = Decimal(23_000), Decimal(80_000)
_MOST_YEARS = 24
_QUALIFYING_WEEKS, _QUALIFYING_YEARS = 104, 2
_MONTH_OVER_YEAR = Fraction("4.35") * Fraction(7, 365)


@dataclass(frozen=True)
class Worth:
    """The figures of a bid, each rounded as the formulation has it."""

    list_price: Decimal
    """£ a year."""
    cost: Decimal
    """£, present value over the horizon."""
    quality: Decimal
    """Points, to 0.001."""
    liability: Decimal
    """£, whoever pays."""
    liability_buyers: Decimal
    """£, the part that the buyer pays."""
    disruption: Decimal
    """Lots, or WTE to 0.001."""


def worth(tender: Tender, lot: Lot, bid: Bid) -> Worth:
    """The figures of ``bid`` on ``lot``."""
    bidder = tender.bidders[bid.bidder]
    list_price = pennies(bid.price * tender.people(lot) if bid.price_basis == "head" else bid.price)
    terms = tender.case.terms(bidder.kind)
    transfer = terms.transfer if bid.transfer is None else bid.transfer
    liability = Decimal("0.00") if lot.incumbent == bidder.id else _liability(tender, lot, transfer)
    return Worth(
        list_price=list_price,
        cost=pennies(Fraction(list_price) * tender.annuity),
        quality=quality(tender, lot, bid),
        liability=liability,
        liability_buyers=pennies(liability * terms.buyer_share),
        disruption=_disruption(tender, lot, bidder.id),
    )


def quality(tender: Tender, lot: Lot, bid: Bid) -> Decimal:
    """The quality of ``bid`` on ``lot``: points, to 0.001."""
    if bid.id in tender.fallbacks and lot.in_house is not None:
        return half_up(lot.in_house.quality, 3)
    criteria = tender.criteria[lot.service]
    if not criteria:
        return Decimal("0.000")
    weighted = sum(criterion.weight * bid.scores[criterion.id] for criterion in criteria)
    return half_up(Fraction(weighted) / Fraction(sum(criterion.weight for criterion in criteria)), 3)


def _liability(tender: Tender, lot: Lot, transfer: Decimal) -> Decimal:
    displaced = sum(group.headcount * share * payment(group, tender.case.date) for group, share in tender.staff_on(lot))
    return pennies(displaced * (1 - transfer))


def payment(group: StaffGroup, on: date) -> Decimal:
    """The redundancy payment of one head of ``group`` on a date: £, to a penny.

    NHS Agenda for Change, section 16; the limits on pay came in on 1 April 2015.
    """
    if group.continuous_weeks is None:
        qualifies = group.service_years >= _QUALIFYING_YEARS
    else:
        qualifies = group.continuous_weeks >= _QUALIFYING_WEEKS
    if not qualifies:
        return Decimal("0.00")
    pay = group.salary
    if on >= _PAY_LIMITS_FROM:
        pay = min(max(pay, _LEAST_PAY), _MOST_PAY)
    months = min(int(group.service_years), _MOST_YEARS)
    return pennies(months * _MONTH_OVER_YEAR * Fraction(pay) * Fraction(group.wte_per_head))


def _disruption(tender: Tender, lot: Lot, bidder: str) -> Decimal:
    if lot.incumbent is None or lot.incumbent == bidder:
        return Decimal(0)
    return Decimal(1) if tender.case.objective.disruption == "lots" else tender.staff_wte(lot)
