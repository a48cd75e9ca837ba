"""The place where runs are solved."""

import threading
import zlib
from collections.abc import Iterator

import pytest

from api.jobs.slot import Slot
from api.jobs.task import Begun, Solved, Task
from models import UnknownName
from selector.solve.child import Cut
from tests.api.cases import knot, market, smallest
from tests.api.live import needs_processes
from tests.processes import Started
from tests.service.jobs.place import eventually, kill

pytestmark = needs_processes


@pytest.fixture
def slot() -> Iterator[Slot]:
    slot = Slot(4 << 30, most=2)
    yield slot
    slot.end()


def _task(content: bytes, asked: str = "{}") -> Task:
    return Task("evaluate", asked, zlib.compress(content), (), 30.0)


def _solve(slot: Slot, task: Task) -> Solved | Cut:
    return slot.solve(task, lambda _: None, lambda: None)


def _process(started: Started) -> int:
    eventually(lambda: len(started()) == 1)
    (process,) = started()
    return process


def test_a_process_is_used_again_and_renewed_after_so_many_runs(started: Started, slot: Slot) -> None:
    first = _process(started)
    assert isinstance(_solve(slot, _task(smallest())), Solved)
    assert _process(started) == first
    with pytest.raises(UnknownName):
        _solve(slot, _task(market(), '{"scenario": "nowhere"}'))
    eventually(lambda: started() not in ({first}, set()))
    assert isinstance(_solve(slot, _task(smallest())), Solved)


def test_a_process_that_was_cut_or_killed_is_gone_and_replaced(started: Started, slot: Slot) -> None:
    heard: list[object] = []
    first = _process(started)
    ended = slot.solve(_task(knot()), heard.append, lambda: "stopped" if heard else None)
    assert ended == Cut("stopped")
    assert heard == [Begun(30.0)]
    second = _process(started)
    assert second != first
    threading.Timer(0.2, kill, [second]).start()
    assert isinstance(_solve(slot, _task(knot())), Cut)
    assert isinstance(_solve(slot, _task(smallest())), Solved)


def test_it_ends_whatever_is_done_in_it(started: Started, slot: Slot) -> None:
    done: list[Solved | Cut] = []
    solving = threading.Thread(target=lambda: done.append(slot.solve(_task(knot()), begun.append, lambda: None)))
    begun: list[object] = []
    solving.start()
    eventually(lambda: begun)
    slot.end()
    solving.join(5)
    assert isinstance(done[0], Cut)
    eventually(lambda: not started(), 5)
