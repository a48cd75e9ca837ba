"""The limits of a search: those of the request, else of the case, and at most those of the service."""

import pytest

from api.jobs.limits import Limits, LimitsOfAll, LimitsOfMany
from api.jobs.question import until
from models import Options, read_case
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


def test_a_large_question_limits_itself_unless_it_is_limited() -> None:
    bids = [{"id": f"csu-{n}", "bidder": "csu", "lots": ["north:payroll"], "price": 1000 + n} for n in range(2501)]
    large, small = read_case(edited(bids=bids)), read_case(edited(bids=bids[1:]))
    assert [LimitsOfMany().options(case, 30).time_limit for case in (large, small)] == [None, 30]
    assert LimitsOfMany(time_limit=40).options(large, 30).time_limit == 30
    assert LimitsOfAll().options(large, 30).time_limit == 30
    stated = large.model_copy(update={"options": Options(time_limit=7)})
    assert LimitsOfMany().options(stated, 30).time_limit == 7


def test_it_ends_all_the_same_when_its_time_is_up() -> None:
    assert not until(60)()
    assert until(0)()
    assert until(60, lambda: True)()
