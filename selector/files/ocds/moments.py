"""Dates as OCDS writes them, and periods in whole months."""

import re
from datetime import UTC, date, datetime, timedelta

_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
_MONTHS_A_YEAR = 12
_DAYS_A_YEAR = 365.25


def moment(text: str) -> datetime | None:
    """The moment that a text such as ``2014-03-31T17:00:00Z`` names, UTC where it says no zone; None if it is none."""
    if not _MOMENT.fullmatch(text):
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def months_between(start: datetime, end: datetime) -> int | None:
    """Whole months from one moment to another by the calendar of each; None where they are not whole.

    A period ends with its last day or, as some systems write it, at the first moment after it.
    """
    for last in (end.date(), _next(end.date())):
        if last is not None and last.day == start.day:
            months = (last.year - start.year) * _MONTHS_A_YEAR + last.month - start.month
            if months > 0:
                return months
    return None


def months_of_days(days: int) -> int | None:
    """Whole years, in months, that a number of days stands for, leap days counted or not; None where it stands for none."""
    if not 0 < days < 10**6:
        return None
    years = round(days / _DAYS_A_YEAR)
    return years * _MONTHS_A_YEAR if years and years * 365 <= days <= years * 366 else None


def _next(day: date) -> date | None:
    return None if day == date.max else day + timedelta(days=1)
