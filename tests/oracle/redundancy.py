"""What is owed to staff who are made redundant on a day."""

import functools
import math
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from tests.oracle.days import whole_weeks, whole_years
from tests.oracle.exact import exact, pence
from tests.oracle.people import StaffGroup, StaffOnLot

_LIMITS_ON_PAY_FROM = date(2015, 4, 1)
_MONTH_OF_YEARLY_PAY = exact("4.35") * Fraction(7, 365)


def payments(staff: Iterable[StaffOnLot], today: date, day: date) -> Fraction:
    """The payments to all staff on a lot were they redundant on ``day``, in pence, not rounded again."""
    return sum((part.headcount * payment(part.group, today, day) for part in staff), Fraction(0))


@functools.lru_cache(maxsize=1024)
def payment(group: StaffGroup, today: date, day: date) -> int:
    """The redundancy payment of one head on ``day``, in pence, whose service is told as of ``today``."""
    years = group.service_years + whole_years(today, day)
    weeks = None if group.continuous_weeks is None else group.continuous_weeks + whole_weeks(today, day)
    if years < 2 if weeks is None else weeks < 104:
        return 0
    pay = group.salary
    if day >= _LIMITS_ON_PAY_FROM:
        pay = min(max(pay, Fraction(23_000)), Fraction(80_000))
    months = min(math.floor(years), 24)
    return pence(months * _MONTH_OF_YEARLY_PAY * pay * group.wte_per_head)
