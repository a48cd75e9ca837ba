"""Work shared out: results in order, an early end, and whatever goes wrong."""

import threading
from collections.abc import Callable

import pytest

from selector.solve import crew
from selector.solve.crew import in_order
from selector.solve.processors import processors

Piece = Callable[[Callable[[], bool]], int]


@pytest.fixture(autouse=True, params=[1, 2, 3])
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    number = int(request.param)
    monkeypatch.setattr(crew, "processors", lambda: number)
    return number


def test_results_come_in_the_order_of_the_work(at_once: int) -> None:
    later = threading.Event()

    def first(_: Callable[[], bool]) -> int:
        if at_once > 1:
            assert later.wait(10)
        return 1

    def second(_: Callable[[], bool]) -> int:
        later.set()
        return 2

    assert list(in_order([first, second, lambda _: 3], lambda: False)) == [1, 2, 3]


def test_no_work_is_no_result() -> None:
    assert list(in_order([], lambda: False)) == []


def test_once_nobody_takes_results_the_others_end_or_never_begin(at_once: int) -> None:
    begun: list[int] = []

    def waiting(number: int) -> Piece:
        def piece(unwanted: Callable[[], bool]) -> int:
            begun.append(number)
            while not unwanted():
                threading.Event().wait(0.001)
            return number

        return piece

    results = in_order([lambda _: 0, *(waiting(number) for number in range(1, 9))], lambda: False)
    assert next(results) == 0
    del results
    assert len(begun) <= at_once


def test_a_wish_to_stop_is_told_to_each() -> None:
    assert list(in_order([lambda unwanted: unwanted()] * 3, lambda: True)) == [True] * 3
    assert list(in_order([lambda unwanted: unwanted()] * 3, lambda: False)) == [False] * 3


def test_what_goes_wrong_is_told_in_its_turn() -> None:
    def wrong(_: Callable[[], bool]) -> int:
        raise ArithmeticError("of the second")

    taken: list[int] = []
    with pytest.raises(ArithmeticError, match="of the second"):
        taken.extend(in_order([lambda _: 1, wrong, lambda _: 3], lambda: False))
    assert not taken or taken == [1]


def test_there_is_a_hand_at_least() -> None:
    assert processors() >= 1
