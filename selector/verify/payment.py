"""What a redundant member of staff is paid: NHS Agenda for Change, section 16."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from models import StaffGroup
from selector.verify.calendar import whole_weeks, whole_years
from selector.verify.exact import pennies

_PAY_LIMITS_FROM = date(2015, 4, 1)
_LEAST_PAY, _MOST_PAY = Decimal(23_000), Decimal(80_000)
_MOST_YEARS = 24
_QUALIFYING_WEEKS, _QUALIFYING_YEARS = 104, 2
_MONTH_OVER_YEAR = Fraction("4.35") * Fraction(7, 365)


def payment(group: StaffGroup, on: date, stated: date) -> Decimal:
    """The redundancy payment of one head of ``group`` on a date: £, to a penny.

    Service is stated as of ``stated``, and grows until then. The limits on pay came in on 1 April 2015.
    """
    years = group.service_years + whole_years(stated, on)
    if group.continuous_weeks is None:
        qualifies = years >= _QUALIFYING_YEARS
    else:
        qualifies = group.continuous_weeks + whole_weeks(stated, on) >= _QUALIFYING_WEEKS
    if not qualifies:
        return Decimal("0.00")
    pay = group.salary
    if on >= _PAY_LIMITS_FROM:
        pay = min(max(pay, _LEAST_PAY), _MOST_PAY)
    months = min(int(years), _MOST_YEARS)
    return pennies(months * _MONTH_OVER_YEAR * Fraction(pay) * Fraction(group.wte_per_head))
