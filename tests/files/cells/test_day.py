from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selector.files.cells import Cell, Day
from tests.files.cells.reading import assert_refused

DAY = Day()
MONTH = Day(month_start=True)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (date(2013, 4, 1), "2013-04-01"), (datetime(2013, 4, 1), "2013-04-01"), (datetime(2013, 4, 1, 0, 0, 0, 400), "2013-04-01"),
        (date(900, 1, 2), "0900-01-02"),
        # Serial numbers of a spreadsheet, of five digits.
        (41365, "2013-04-01"), (41365.0, "2013-04-01"), ("41365", "2013-04-01"), (10_000, "1927-05-18"), (99_999, "2173-10-13"),
        # The day before the month, as in the United Kingdom.
        ("1/4/2013", "2013-04-01"), ("01/04/2013", "2013-04-01"), ("1.4.2013", "2013-04-01"), ("1-4-2013", "2013-04-01"),
        ("13/12/2013", "2013-12-13"), ("29/02/2012", "2012-02-29"),
        ("2013-04-01", "2013-04-01"), ("2013-4-1", "2013-04-01"), ("2013-04-01T00:00:00", "2013-04-01"),
        ("2013-04-01 00:00", "2013-04-01"), ("2013-04-01 00:00:00.000", "2013-04-01"), ("0001-01-01", "0001-01-01"),
        ("1 April 2013", "2013-04-01"), ("1st April 2013", "2013-04-01"), ("2nd Apr 2013", "2013-04-02"),
        ("1-Apr-2013", "2013-04-01"), ("1 apr. 2013", "2013-04-01"), ("1 SEPTEMBER, 2013", "2013-09-01"),
        ("1 Sept 2013", "2013-09-01"), (" 1 April  2013 ", "2013-04-01"), ('"2013-04-01"', "2013-04-01"),
    ],
)  # fmt: skip
def test_a_date(cell: Cell, value: str) -> None:
    assert DAY.read(cell) == value


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (text, f'"{text}"')
        for text in (
            "29/02/2013", "29 Feb 1900", "29/02/1900", "31/04/2013", "0/4/2013", "1/13/2013", "04/13/2013", "1/4/13", "1 Apr 13",
            "2013/04/01", "20130401", "April 2013", "1 Aprl 2013", "today", "2013", "2013-14", "2013-04-01T09:00", "99999999",
            "00060", "60", "none", "0000-01-01", "10000-01-01", "1 April 02013", "\uff11/\uff14/2013",
        )
    ]
    + [(2013, '"2013"'), (2013.0, '"2013"'), (9_999, '"9999"'), (60, '"60"'), (1, '"1"'), (0, '"0"'), (-1, '"-1"'), (100_000, '"100000"'), (41365.5, '"41365.5"'), (1e300, '"1e+300"')]
    + [(float("nan"), '"nan"'), (float("inf"), '"inf"'), (True, '"True"'), (time(9), '"09:00:00"')]
    + [(timedelta(days=41365), '"41365 days, 0:00:00"')],
)  # fmt: skip
def test_what_is_no_date(cell: Cell, shown: str) -> None:
    assert_refused(DAY, cell, f"{shown} is not a date, such as 1 April 2013")
    assert_refused(MONTH, cell, f"{shown} is not the first day of a month, such as 1 April 2013")


def test_a_time_of_day_is_more_than_a_date() -> None:
    said = "2013-04-01 09:30:00 has a time of day: a date, such as 1 April 2013 is expected"
    assert_refused(DAY, datetime(2013, 4, 1, 9, 30), said)


@given(st.dates())
def test_dates_come_back(value: date) -> None:
    cell = DAY.write(value.isoformat())
    assert cell == value
    assert DAY.read(cell) == value.isoformat()
    assert DAY.read(cell.isoformat()) == value.isoformat()
    assert DAY.read(datetime.combine(cell, time())) == value.isoformat()


@given(st.dates(date(1927, 5, 18), date(2173, 10, 13)))
def test_serials_are_days_since_the_end_of_1899(value: date) -> None:
    serial = (value - date(1899, 12, 30)).days
    assert DAY.read(serial) == DAY.read(float(serial)) == value.isoformat()


@given(st.dates(date(1000, 1, 1)))
def test_however_people_write_it(value: date) -> None:
    for pattern in ("%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d-%b-%Y", "%Y-%m-%d"):
        assert DAY.read(value.strftime(pattern)) == value.isoformat()
