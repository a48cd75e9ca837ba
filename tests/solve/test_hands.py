"""Parts of a search done by other hands: the same award, whoever they are, and nothing left where it ends."""

import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest

from benchmarks.suites.uncoupled import uncoupled
from models import Case, SolverFailed, UnknownName
from selector import Options, evaluate, synthetic
from selector.solve.asking import Came, Desk, Parent, Unwanted, Wanted, heard
from selector.solve.children import Children
from selector.solve.decomposition import Decomposed, block, blocks
from selector.solve.elsewhere import elsewhere
from selector.solve.hands import Hands
from tests.processes import Started
from tests.solve.decomposition.test_decomposed import ask, board


def twice(value: int, seconds: float | None) -> tuple[int, float | None]:
    return 2 * value, seconds


def refuse(seconds: float | None) -> None:
    raise UnknownName("refused")


def sleep(seconds: float | None) -> None:
    time.sleep(600)


class Known(Executor):
    """Whatever it is asked for, it has."""

    def __init__(self, future: Future[Any]) -> None:
        self.future = future

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        return self.future


@pytest.mark.parametrize("coupled", [False, True])
@pytest.mark.parametrize("gap", [0.0, 0.01])
def test_the_same_comes_out_whoever_does_the_parts(gap: float, coupled: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_SMALL", 1)
    monkeypatch.setattr(block, "_FEW_BIDS", 0)
    program, goal = board(0, coupled=coupled)
    here = ask(Decomposed(program), goal, relative_gap=gap)
    for at_once in (1, 3):
        with ThreadPoolExecutor(at_once) as threads:
            there = ask(Decomposed(program, None, Hands(threads, at_once)), goal, relative_gap=gap)
        assert (there.ending, there.bound) == (here.ending, here.bound)
        assert here.columns is not None
        assert there.columns is not None
        assert np.array_equal(there.columns, here.columns)


@pytest.fixture(scope="module")
def case() -> Case:
    """Services that nothing couples."""
    return uncoupled(synthetic(20, 4, 8, 1))


_IN_PARTS = Options(method="parts", gap=0.001)


def test_a_child_asks_the_executor_of_its_parent(case: Case, started: Started) -> None:
    here = evaluate(case, _IN_PARTS)
    asked: list[str] = []

    class Counted(Children):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            asked.append(fn.__name__)
            return super().submit(fn, *args, **kwargs)

    with Counted(2) as executor:
        there = evaluate(case, _IN_PARTS, executor=executor, workers=2)
    assert set(asked) == {"stepped"}
    assert there.awards == here.awards
    assert there.totals == here.totals
    assert there.certificate.bound == here.certificate.bound
    assert not started()


def test_an_executor_that_fails_is_no_award(case: Case, started: Started) -> None:
    failed: Future[Any] = Future()
    failed.set_exception(SolverFailed("no hands"))
    with pytest.raises(SolverFailed, match="no hands"):
        evaluate(case, _IN_PARTS, executor=Known(failed))
    assert not started()


def test_a_piece_has_less_than_the_seconds_that_are_left() -> None:
    with ThreadPoolExecutor(1) as threads:
        hands = Hands(threads, 1)
        assert elsewhere(hands, twice, (2,), seconds=None, stop=bool) == (4, None)
        found = elsewhere(hands, twice, (2,), seconds=10.0, stop=bool)
        assert found is not None
        assert found[1] == 9.5
        with pytest.raises(UnknownName, match="refused"):
            elsewhere(hands, refuse, (), seconds=None, stop=bool)


def test_a_piece_that_is_unwanted_or_late_is_let_go(started: Started) -> None:
    with Children(1) as children:
        assert elsewhere(Hands(children, 1), sleep, (), seconds=None, stop=lambda: True) is None
        began = time.monotonic()
        assert elsewhere(Hands(children, 1), sleep, (), seconds=0.6, stop=bool) is None
        assert time.monotonic() - began < 5
        children.shutdown(cancel_futures=True)
    assert not started()


def test_what_a_desk_takes_comes_back_or_is_let_go() -> None:
    told: list[Any] = []
    sent: list[Came] = []
    parent = Parent(told.append)
    first, second, third = (parent.submit(twice, number, None) for number in (1, 2, 3))
    with ThreadPoolExecutor(1) as threads:
        desk = Desk(threads, sent.append)
        assert not desk.took("something else")
        assert desk.took(told[0])
        threads.submit(int).result()
    heard(sent[0])
    assert first.result(1) == (2, None)
    heard(Came(told[1].number, error=UnknownName("x")))
    with pytest.raises(UnknownName):
        second.result(1)
    assert third.cancel()
    assert told[-1] == Unwanted(told[2].number)
    heard(Came(told[2].number, 1))  # too late for anybody

    running: Future[Any] = Future()

    desk = Desk(Known(running), sent.append)
    assert desk.took(Wanted(77, twice, (1, None)))
    assert desk.took(Unwanted(77))
    assert running.cancelled()
    assert isinstance(sent[-1].error, CancelledError)
    assert desk.took(Unwanted(78))
    desk.close()
