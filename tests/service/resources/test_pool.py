"""Processes for work: warm, limited, and replaced."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.children.pool import OutOfTime, Pool, Unwanted
from models import CaseInvalid, SolverFailed
from tests.api.live import needs_processes, parents, running
from tests.service.resources import doings
from tests.service.resources.house import eventually


def never() -> bool:
    return False


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    pool = Pool(2 << 30)
    yield pool
    pool.close()


def pid(pool: Pool) -> int:
    found: int = pool.call(doings.pid, seconds=30, gone=never)
    return found


def test_one_process_does_one_piece_after_another(pool: Pool) -> None:
    first = pid(pool)
    with pytest.raises(CaseInvalid) as caught:
        pool.call(doings.faulty, seconds=30, gone=never)
    assert [fault.pointer for fault in caught.value.faults] == ["/a"]
    assert pid(pool) == first


@needs_processes
def test_what_takes_too_long_is_ended(pool: Pool) -> None:
    before = pid(pool)
    began = time.monotonic()
    with pytest.raises(OutOfTime):
        pool.call(doings.sleep, seconds=0.1, gone=never)
    assert time.monotonic() - began < 10
    eventually(lambda: not running(before))
    assert pid(pool) != before


@needs_processes
def test_what_nobody_waits_for_is_ended_at_once(pool: Pool) -> None:
    before = pid(pool)
    last = time.monotonic() + 0.3
    with pytest.raises(Unwanted):
        pool.call(doings.sleep, seconds=60, gone=lambda: time.monotonic() > last)
    assert time.monotonic() - last < 1
    eventually(lambda: not running(before))


def test_what_is_told_to_end_gives_what_it_has(pool: Pool) -> None:
    before = pid(pool)
    last = time.monotonic() + 0.3
    found = pool.call(doings.until_told, seconds=60, gone=never, ending=lambda: time.monotonic() > last)
    assert found == "what there is"
    assert time.monotonic() - last < 2
    assert pid(pool) == before


def test_what_nobody_waits_for_may_end_of_itself(pool: Pool) -> None:
    before = pid(pool)
    last = time.monotonic() + 0.3
    with pytest.raises(Unwanted):
        pool.call(doings.until_told, seconds=60, gone=lambda: time.monotonic() > last)
    assert pid(pool) == before


@needs_processes
def test_who_wants_a_process_that_is_being_started_waits_for_it() -> None:
    before = {pid for pid, parent in parents().items() if parent == os.getpid()}
    pool = Pool(2 << 30)
    pool.start(2)
    with ThreadPoolExecutor(2) as threads:
        pids = {each.result() for each in [threads.submit(pid, pool) for _ in range(2)]}
    started = {pid for pid, parent in parents().items() if parent == os.getpid()} - before
    assert pids <= started
    assert len(started) <= 2
    pool.close()
    eventually(lambda: not any(map(running, started)))


@pytest.mark.parametrize("work", [doings.greedy, doings.dies])
def test_what_takes_its_process_with_it_takes_no_other(pool: Pool, work: object) -> None:
    with pytest.raises(SolverFailed):
        pool.call(work, seconds=30, gone=never)  # type: ignore[arg-type]
    assert pid(pool) > 0


def test_it_is_renewed_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.children.shelf._MOST_DONE", 2)
    pool = Pool(2 << 30)
    first = pid(pool)
    assert pid(pool) == first
    eventually(lambda: pid(pool) != first)
    pool.close()


@needs_processes
def test_closed_it_leaves_nothing_behind() -> None:
    pool = Pool(2 << 30)
    one = pid(pool)
    pool.close()
    assert not running(one)
