"""A pool of processes of this machine, as an executor of the standard library."""

import pickle
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from typing import Any, TypeVar

from models import SolverFailed
from selector.solve.child import Child, Cut
from selector.solve.processors import processors

T = TypeVar("T")


class Children(Executor):
    """Calls functions of modules in processes of its own, each of which does one call after another.

    Not a ``ProcessPoolExecutor``: that one runs the caller's main module again, or forks its threads; a process that is
    killed breaks it; and what it has begun cannot be ended. Here ``shutdown(cancel_futures=True)`` ends at once what runs,
    whose futures then raise ``CancelledError``; a process that is killed fails the call that it was about, with
    ``SolverFailed``, and another takes its place. What may be raised to the caller is a ``SelectorError``.
    """

    def __init__(self, workers: int | None = None) -> None:
        """With so many processes at most, as many as there are processors if left out; each starts when it is needed."""
        self._threads = ThreadPoolExecutor(workers or processors(), thread_name_prefix="child")
        self._own = threading.local()
        self._all: list[Child] = []
        self._lock = threading.Lock()
        self._ending = threading.Event()

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Call ``fn``, which is a function of a module, found there again by its name."""
        # Pickled at once: what cannot be is the caller's mistake, and what is changed later is not sent.
        return self._threads.submit(self._call, pickle.dumps((_apply, (fn, args, kwargs))))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls, and end the processes once what is left of them is done, or at once if futures are cancelled."""
        if cancel_futures:
            self._ending.set()
        self._threads.shutdown(wait=wait or cancel_futures, cancel_futures=cancel_futures)
        if wait or cancel_futures:
            self._end_all()
        else:
            threading.Thread(target=self._end_when_done, daemon=True).start()

    def _end_when_done(self) -> None:
        self._threads.shutdown(wait=True)
        self._end_all()

    def _end_all(self) -> None:
        with self._lock:
            children, self._all = self._all, []
        for child in children:
            child.end()

    def _call(self, task: bytes) -> Any:
        if self._ending.is_set():
            raise CancelledError
        child = self._child()
        ended = child.answer(task, lambda _: None, lambda: "stopped" if self._ending.is_set() else None)
        if not isinstance(ended, Cut):
            return ended.value
        self._own.child = None
        with self._lock:
            if child in self._all:
                self._all.remove(child)
        child.end()
        if ended.limit == "stopped":
            raise CancelledError
        raise SolverFailed(f"a process that solves ended with exit status {ended.exit_status}")

    def _child(self) -> Child:
        """The process of this thread."""
        child: Child | None = getattr(self._own, "child", None)
        if child is None:
            child = self._own.child = Child()
            with self._lock:
                self._all.append(child)
        return child


def _apply(fn: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any], _: object) -> T:
    return fn(*args, **kwargs)
