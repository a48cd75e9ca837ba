"""Time, counted in whole months, weeks and years."""

from datetime import date
from fractions import Fraction

_MONTHS = 12
_DAYS_OF_A_WEEK = 7


def years_from(first: date, day: date) -> Fraction:
    """The time from ``first`` to ``day``, both first of a month: years, a month being a twelfth; negative if earlier."""
    return Fraction((day.year - first.year) * _MONTHS + day.month - first.month, _MONTHS)


def whole_months(since: date, day: date) -> int:
    """The months that are over between two days; none if ``day`` is the earlier."""
    over = (day.year - since.year) * _MONTHS + day.month - since.month - (day.day < since.day)
    return max(over, 0)


def whole_years(since: date, day: date) -> int:
    """The years that are over between two days; none if ``day`` is the earlier."""
    return whole_months(since, day) // _MONTHS


def whole_weeks(since: date, day: date) -> int:
    """The weeks that are over between two days; none if ``day`` is the earlier."""
    return max((day - since).days, 0) // _DAYS_OF_A_WEEK
