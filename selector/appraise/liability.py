"""Expected redundancy cost of the staff who do not transfer.

Source: NHS terms and conditions of service (Agenda for Change), section 16, as it stood in 2011-2014, and the limits on
yearly pay that apply from 1 April 2015.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from models import Case, StaffGroup
from selector.appraise.rounding import half_up

_WEEKS_A_MONTH = Fraction("4.35")
_WEEK_OF_A_YEAR = Fraction(7, 365)
_MOST_YEARS = 24
_LEAST_YEARS = 2
_LEAST_WEEKS = 104
_LIMITS_FROM = date(2015, 4, 1)
_PAY_FLOOR = 23_000
_PAY_CAP = 80_000


def redundancy_payment(group: StaffGroup, on: date) -> int:
    """What one member of the group is due if made redundant on that date, in pence.

    A month's pay for each complete year of reckonable service, at most 24; nothing under two years. A month is 4.35
    weeks, which always beats a twelfth of the salary. The limits of 2015 apply to full-time pay, then pro rata.
    """
    if group.continuous_weeks is None:
        qualifies = group.service_years >= _LEAST_YEARS
    else:
        qualifies = group.continuous_weeks >= _LEAST_WEEKS
    if not qualifies:
        return 0
    pay = Fraction(group.salary)
    if on >= _LIMITS_FROM:
        pay = min(max(pay, Fraction(_PAY_FLOOR)), Fraction(_PAY_CAP))
    month = pay * Fraction(group.wte_per_head) * _WEEK_OF_A_YEAR * _WEEKS_A_MONTH
    return half_up(month * min(int(group.service_years), _MOST_YEARS) * 100)


@dataclass
class LotStaff:
    """The staff of one lot."""

    payments: Fraction = field(default_factory=Fraction)
    """Redundancy of all of them, in pence, before rounding."""
    wte: Fraction = field(default_factory=Fraction)

    def liability(self, displaced: Fraction) -> int:
        """Redundancy in pence where that share of the staff does not transfer."""
        return half_up(self.payments * displaced)


def staff_by_lot(case: Case) -> Mapping[str, LotStaff]:
    """The staff of each lot; lots without staff have none and cost nothing."""
    lots: defaultdict[str, LotStaff] = defaultdict(LotStaff)
    for group in case.staff_groups:
        payment = redundancy_payment(group, case.date)
        for part in group.lots:
            heads = Fraction(group.headcount) * Fraction(part.share)
            lots[part.lot].payments += heads * payment
            lots[part.lot].wte += heads * Fraction(group.wte_per_head)
    return lots
