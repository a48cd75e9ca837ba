"""Time in years: starts, ends, and whole months, years and weeks between days."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from models import Bid, Horizon
from selector.appraise.timeline import Spans, whole_months, whole_weeks, whole_years


@pytest.mark.parametrize(
    ("first", "day", "months", "years", "weeks"),
    [
        ("2013-04-01", "2013-04-01", 0, 0, 0),
        ("2013-04-01", "2014-03-31", 11, 0, 52),
        ("2013-04-01", "2014-04-01", 12, 1, 52),
        ("2013-01-31", "2013-02-28", 0, 0, 4),
        ("2014-04-01", "2013-04-01", 0, 0, 0),
    ],
)
def test_whole(first: str, day: str, months: int, years: int, weeks: int) -> None:
    one, other = date.fromisoformat(first), date.fromisoformat(day)
    assert (whole_months(one, other), whole_years(one, other), whole_weeks(one, other)) == (months, years, weeks)


@pytest.mark.parametrize(
    ("terms", "extended", "expected"),
    [
        ({}, False, (0, 4, 4)),
        ({"term_years": "1.5"}, False, (0, Fraction(3, 2), Fraction(3, 2))),
        ({"start": "2013-10-01", "term_years": 2}, True, (Fraction(1, 2), Fraction(5, 2), Fraction(5, 2))),
        (
            {"start": "2014-05-01", "term_years": 1, "extension_years": 1},
            True,
            (Fraction(13, 12), Fraction(25, 12), Fraction(37, 12)),
        ),
        ({"term_years": 1, "extension_years": 1}, False, (0, 1, 1)),
    ],
)
def test_span(terms: dict[str, Any], extended: bool, expected: tuple[Fraction, ...]) -> None:
    horizon = Horizon(start=date(2013, 4, 1), years=4, extended=extended)
    bid = Bid.model_validate({"id": "b", "bidder": "x", "lots": ["l"], "price": 1} | terms)
    spans = Spans(horizon)
    found = spans.of(bid)
    assert (found.start, found.term_end, found.end) == expected
    assert spans.of(bid.model_copy(update={"id": "c"})) is found
