"""The pool of processes: what it does, what it survives, and that nothing is left of it."""

import os
import signal
import threading
import time
from concurrent.futures import CancelledError

import pytest

from models import SolverFailed, UnknownName
from selector.solve.children import Children


def own_process(_: int = 0) -> int:
    return os.getpid()


def add(left: int, *, right: int) -> int:
    return left + right


def refuse(name: str) -> None:
    raise UnknownName(f"no {name}")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_calls_are_made_in_other_processes_each_used_again_and_ended() -> None:
    with Children(2) as pool:
        found = set(pool.map(own_process, range(12)))
        assert 1 <= len(found) <= 2
        assert os.getpid() not in found
    assert not any(_lives(process) for process in found)


def test_arguments_come_across() -> None:
    with Children(1) as pool:
        assert pool.submit(add, 2, right=3).result() == 5


def test_what_a_call_raises_is_raised_and_the_process_goes_on() -> None:
    with Children(1) as pool:
        before = pool.submit(own_process).result()
        with pytest.raises(UnknownName, match="no such thing"):
            pool.submit(refuse, "such thing").result()
        assert pool.submit(own_process).result() == before


def test_a_killed_process_fails_its_own_call_and_no_other() -> None:
    with Children(1) as pool:
        killed, after = pool.submit(die), pool.submit(add, 1, right=1)
        with pytest.raises(SolverFailed, match="exit status -9"):
            killed.result()
        assert after.result() == 2


def test_what_runs_is_ended_when_futures_are_cancelled() -> None:
    pool = Children(1)
    process = pool.submit(own_process).result()
    running, waiting = pool.submit(sleep, 600.0), pool.submit(sleep, 600.0)
    while not running.running():
        time.sleep(0.01)
    pool.shutdown(cancel_futures=True)
    with pytest.raises(CancelledError):
        running.result()
    assert waiting.cancelled()
    assert not _lives(process)


def test_without_waiting_what_was_asked_is_still_done() -> None:
    pool = Children(1)
    first, second = pool.submit(sleep, 0.01), pool.submit(own_process)
    pool.shutdown(wait=False)
    assert first.result(timeout=60) == 0.01
    process = second.result(timeout=60)
    while any(thread.name.startswith("child") for thread in threading.enumerate()) or _lives(process):
        time.sleep(0.01)
    with pytest.raises(RuntimeError, match="shutdown"):
        pool.submit(own_process)


def test_what_cannot_be_sent_is_told_at_once() -> None:
    with Children(1) as pool, pytest.raises((AttributeError, TypeError), match=r"local|pickle"):
        pool.submit(lambda: 1)
