"""Whole years, months and weeks between two days, none where the second comes first."""

from datetime import date


def whole_years(start: date, end: date) -> int:
    """Whole years from one day to another."""
    return max(0, end.year - start.year - ((end.month, end.day) < (start.month, start.day)))


def whole_months(start: date, end: date) -> int:
    """Whole months from one day to another."""
    return max(0, 12 * (end.year - start.year) + end.month - start.month - (end.day < start.day))


def whole_weeks(start: date, end: date) -> int:
    """Whole weeks from one day to another."""
    return max(0, (end - start).days // 7)
