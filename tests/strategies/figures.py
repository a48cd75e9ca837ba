"""Figures with all the digits that a field allows, and the least and the greatest of them."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

_TRILLION = 10**12


def numbers(least: int | str, most: int, places: int) -> st.SearchStrategy[str]:
    """Numbers with at most so many decimal places, as text in digits."""
    first, last = int(Decimal(least).scaleb(places)), int(Decimal(most).scaleb(places))
    whole = 10**places
    edges = {first, first + 1, last, last - 1, whole, 3 * whole, whole // 2, whole // 10, 7, 0, 12_345_678_901_234_567}
    return st.one_of(
        st.sampled_from(sorted(edge for edge in edges if first <= edge <= last)), st.integers(first, last)
    ).map(lambda digits: format(Decimal(digits).scaleb(-places), "f"))


def counts(least: int, most: int) -> st.SearchStrategy[int]:
    """Whole numbers."""
    return st.sampled_from([least, most]) | st.integers(least, min(most, least + 9)) | st.integers(least, most)


def floats(least: float, most: float) -> st.SearchStrategy[float]:
    """Binary fractions, to the last of their digits."""
    edges = [least, most, 0.1, 0.1 + 0.2, 1 / 3, 1e-7, 1e-20, 1e-90, 1e-300, 5e-324, -0.0, -1e-5, 1e15 + 0.3, 12345.678]
    known = [edge for edge in edges if least <= edge <= most]
    return st.sampled_from(known) | st.floats(least, most, allow_nan=False)


MONEY = numbers(0, _TRILLION, 2)
PRICE = numbers(0, _TRILLION, 6)
PEOPLE = counts(0, 10**10)
POPULATION = counts(1, 10**10)
VOLUME = numbers("0.001", 10**10, 3)
LIMIT = numbers(0, 10**10, 3)
QUANTITY = numbers(0, _TRILLION, 3)
DISTANCE = numbers("0.001", 20_100, 3)
WTE = numbers(0, 10**7, 3)
SHARE = numbers(0, 1, 6)
PART = numbers("0.000001", 1, 6)
POINTS = numbers(0, 100, 6)
WEIGHT = numbers("0.000001", 10**6, 6)
FACTOR = numbers(0, 1000, 6)
TOLERANCE = numbers(0, _TRILLION, 3)
COUNT = counts(0, 10**6)
CAP = counts(1, 10**6)
PRIORITY = counts(1, 100)
SCALE = numbers("0.000001", 100, 6)
YEARS = numbers(0, 100, 6)
SUCCESSOR = numbers("0.25", 100, 6)
TERM = numbers("0.000001", 100, 6)
WEEKS = counts(0, 5200)
CHANGE = numbers(-1, 1, 6)
RATE = numbers("0.001", 10**7, 3)
GAP = floats(0, 1)
SECONDS = floats(5e-324, 1e7)
LONGITUDE = floats(-180, 180)
LATITUDE = floats(-90, 90)
DAY = (
    st.sampled_from([date.min, date.max, date(1900, 2, 28), date(1900, 3, 1), date(2012, 2, 29), date(2013, 4, 1)])
    | st.dates()
).map(date.isoformat)
MONTH_START = st.dates().map(lambda day: day.replace(day=1).isoformat())
