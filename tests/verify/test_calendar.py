"""Time counted in whole months, weeks and years."""

from datetime import date
from fractions import Fraction

import pytest

from selector.verify.calendar import whole_months, whole_weeks, whole_years, years_from


@pytest.mark.parametrize(
    ("since", "day", "months", "years", "weeks"),
    [
        ("2013-04-01", "2013-04-01", 0, 0, 0),
        ("2013-04-01", "2013-05-01", 1, 0, 4),
        ("2013-04-02", "2013-05-01", 0, 0, 4),
        ("2013-01-31", "2013-03-01", 1, 0, 4),
        ("2013-04-01", "2014-03-31", 11, 0, 52),
        ("2013-04-01", "2014-04-01", 12, 1, 52),
        ("2012-02-29", "2013-03-01", 12, 1, 52),
        ("2013-05-15", "2015-05-01", 23, 1, 102),
        ("2014-04-01", "2013-04-01", 0, 0, 0),
    ],
)
def test_only_what_is_over_counts(since: str, day: str, months: int, years: int, weeks: int) -> None:
    first, second = date.fromisoformat(since), date.fromisoformat(day)
    found = whole_months(first, second), whole_years(first, second), whole_weeks(first, second)
    assert found == (months, years, weeks)


def test_a_month_is_a_twelfth_of_a_year() -> None:
    first = date(2013, 4, 1)
    days = (date(2013, 3, 1), first, date(2013, 5, 1), date(2015, 1, 1))
    assert [years_from(first, day) for day in days] == [Fraction(-1, 12), 0, Fraction(1, 12), Fraction(7, 4)]
