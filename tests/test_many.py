"""Many pieces of work within one limit, on any executor."""

import time
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor

import pytest

from models import UnknownName
from selector.many import Many
from selector.solve.children import Children

Stop = Callable[[], bool]


def double(value: int, _: float | None, __: Stop) -> int:
    return 2 * value


def seconds_given(_: int, seconds: float | None, __: Stop) -> float | None:
    return seconds


def refuse_three(value: int, _: float | None, __: Stop) -> int:
    if value == 3:
        raise UnknownName("three")
    return value


def linger(value: float, _: float | None, stop: Stop) -> float:
    until = time.monotonic() + value
    while time.monotonic() < until and not stop():
        time.sleep(0.01)
    return value


@pytest.mark.parametrize("isolated", [True, False])
def test_what_comes_of_each_is_told_by_its_position(isolated: bool) -> None:
    told: dict[int, int] = {}
    found = Many(isolated=isolated, workers=2).each(double, range(7), told.__setitem__)
    assert found == told == {position: 2 * position for position in range(7)}
    assert list(found) == sorted(found)


@pytest.mark.parametrize("kind", [Children, ThreadPoolExecutor])
def test_any_executor_will_do_and_is_left_open(kind: Callable[[int], Executor]) -> None:
    with kind(2) as executor:
        many = Many(executor, workers=2)
        assert many.each(double, [1, 2, 3]) == {0: 2, 1: 4, 2: 6}
        assert many.each(double, [4]) == {0: 8}


def test_nothing_asked_is_nothing_done() -> None:
    assert Many().each(double, []) == {}


def test_each_has_a_share_of_what_is_left() -> None:
    assert set(Many(isolated=False).each(seconds_given, range(3)).values()) == {None}
    shares = Many(isolated=False, time_limit=60).each(seconds_given, range(3))
    assert [round(share or 0) for share in shares.values()] == [20, 30, 60]
    at_once = Many(ThreadPoolExecutor(2), workers=2, time_limit=60).each(seconds_given, range(4))
    assert [round(at_once[position] or 0) for position in (0, 3)] == [30, 60]


@pytest.mark.parametrize("isolated", [True, False])
def test_a_failure_is_raised(isolated: bool) -> None:
    with pytest.raises(UnknownName, match="three"):
        Many(isolated=isolated, workers=2).each(refuse_three, range(6))


def test_nothing_is_begun_once_it_is_stopped() -> None:
    assert Many(isolated=False, stop=lambda: True).each(double, [1]) == {}
    assert Many(stop=lambda: True).each(double, [1]) == {}


def test_what_runs_is_ended_where_it_is_stopped() -> None:
    done: list[int] = []
    many = Many(workers=2, stop=lambda: bool(done))
    assert many.each(linger, [0.0, 600.0], lambda position, _: done.append(position)) == {0: 0.0}


def test_what_does_not_keep_its_share_is_ended_after_the_limit() -> None:
    assert Many(workers=1, time_limit=0.2).each(linger, [600.0, 1.0]) == {}


def test_what_is_of_no_more_use_is_ended() -> None:
    to_come, done = [600.0, 0.0], list[float]()
    many = Many(workers=2)
    many.as_it_comes(
        linger, lambda: to_come.pop() if to_come else None, lambda asked, _: done.append(asked), lambda: bool(done)
    )
    assert done == [0.0]
