"""Whose staff a winner displaces, and what is owed to them."""

import math
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from tests.oracle.exact import exact, pence
from tests.oracle.tables import Bid, Bidder, Case, Lot, StaffOnLot

_LIMITS_ON_PAY_FROM = date(2015, 4, 1)
_MONTH_OF_YEARLY_PAY = exact("4.35") * Fraction(7, 365)


def liabilities(case: Case, bid: Bid, lot: Lot) -> tuple[int, int]:
    """The liability of a bid on a lot and what the buyer pays of it, in pence."""
    if bid.bidder == lot.incumbent or not lot.staff:
        return 0, 0
    displaced = buyers = Fraction(0)
    for bidder, share in _parts(case, bid, lot):
        terms = case.terms[bidder.kind]
        transfer = terms.transfer if bid.transfer is None else bid.transfer
        if bidder.id != lot.incumbent:
            displaced += share * (1 - transfer)
            buyers += share * (1 - transfer) * terms.buyer_share
    liability = pence(displaced * _payments(case, lot) / 100)
    return liability, pence(Fraction(liability, 100) * buyers / displaced) if displaced else 0


def _parts(case: Case, bid: Bid, lot: Lot) -> Iterator[tuple[Bidder, Fraction]]:
    """Who does how much of the work: of a partnership, its partners of the NHS family and the incumbent by themselves."""
    bidder = case.bidders[bid.bidder]
    rest = Fraction(1)
    for name, share in bidder.partners:
        if case.bidders[name].nhs or name == lot.incumbent:
            rest -= share
            yield case.bidders[name], share
    yield bidder, rest


def _payments(case: Case, lot: Lot) -> Fraction:
    """The payments to all staff on the lot if all were displaced, in pence, not rounded again."""
    return sum((part.headcount * _payment(case, part) for part in lot.staff), Fraction(0))


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
