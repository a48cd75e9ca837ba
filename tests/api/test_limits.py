"""The limits of a search: those of the request, else of the case, and at most those of the service."""

import pytest

from api.routes.limits import Limits
from models import read_case
from tests.api.cases import edited


@pytest.mark.parametrize(
    ("stated", "asked", "seconds"),
    [(None, None, 30), (None, 4, 4), (None, 1e9, 30), (7, None, 7), (7, 9, 9), (3600, None, 30)],
)
def test_the_time_limit(stated: float | None, asked: float | None, seconds: float) -> None:
    case = read_case(edited(options={} if stated is None else {"time_limit": stated}))
    assert Limits(time_limit=asked, gap=0.25).options(case, 30).time_limit == seconds


def test_the_gap() -> None:
    assert Limits(gap=0.25).options(read_case(edited()), 30).gap == 0.25
