"""Expected redundancy cost of the staff who do not transfer.

Source: NHS terms and conditions of service (Agenda for Change), section 16, as it stood in 2011-2014, and the limits on
yearly pay that apply from 1 April 2015.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from models import Case, StaffGroup
from selector.appraise.rounding import half_up
from selector.appraise.timeline import whole_weeks, whole_years

_WEEKS_A_MONTH = Fraction("4.35")
_WEEK_OF_A_YEAR = Fraction(7, 365)
_MOST_YEARS = 24
_LEAST_YEARS = 2
_LEAST_WEEKS = 104
_LIMITS_FROM = date(2015, 4, 1)
_PAY_FLOOR = 23_000
_PAY_CAP = 80_000


def redundancy_payment(group: StaffGroup, on: date, years: int = 0, weeks: int = 0) -> int:
    """What one member of the group is due if made redundant on that date, in pence.

    ``years`` and ``weeks`` of service come on top of those that the group states.

    A month's pay for each complete year of reckonable service, at most 24; nothing under two years. A month is 4.35
    weeks, which always beats a twelfth of the salary. The limits of 2015 apply to full-time pay, then pro rata.
    """
    if group.continuous_weeks is None:
        qualifies = group.service_years + years >= _LEAST_YEARS
    else:
        qualifies = group.continuous_weeks + weeks >= _LEAST_WEEKS
    if not qualifies:
        return 0
    pay = Fraction(group.salary)
    if on >= _LIMITS_FROM:
        pay = min(max(pay, Fraction(_PAY_FLOOR)), Fraction(_PAY_CAP))
    month = pay * Fraction(group.wte_per_head) * _WEEK_OF_A_YEAR * _WEEKS_A_MONTH
    return half_up(month * min(int(group.service_years) + years, _MOST_YEARS) * 100)


@dataclass
class LotStaff:
    """The staff of one lot: groups, and how many heads of each work on it."""

    groups: list[tuple[StaffGroup, Fraction]] = field(default_factory=list)
    wte: Fraction = field(default_factory=Fraction)
    pay: Fraction = field(default_factory=Fraction)
    """Pounds a year."""

    def add(self, group: StaffGroup, share: Fraction) -> None:
        """Let a share of a group work on the lot."""
        heads = Fraction(group.headcount) * share
        wte = heads * Fraction(group.wte_per_head)
        self.groups.append((group, heads))
        self.wte += wte
        self.pay += wte * Fraction(group.salary)


class Payments:
    """What redundancy of the staff on lots comes to, by day."""

    def __init__(self, case: Case) -> None:
        self._date = case.date
        self._of_group: dict[tuple[str, date], int] = {}
        self._of_lot: dict[tuple[str, date], Fraction] = {}

    def of_group(self, group: StaffGroup, on: date) -> int:
        """What a member of a group is due on a day, in pence; service runs on from the case's date."""
        key = (group.id, on)
        if key not in self._of_group:
            years, weeks = whole_years(self._date, on), whole_weeks(self._date, on)
            self._of_group[key] = redundancy_payment(group, on, years, weeks)
        return self._of_group[key]

    def of_lot(self, lot: str, staff: LotStaff, on: date) -> Fraction:
        """What all staff on a lot are due on a day, in pence, unrounded."""
        key = (lot, on)
        if key not in self._of_lot:
            self._of_lot[key] = sum((heads * self.of_group(group, on) for group, heads in staff.groups), Fraction(0))
        return self._of_lot[key]
