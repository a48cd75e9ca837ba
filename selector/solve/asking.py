"""A child that has pieces of its work done by an executor of its parent.

The child is ended at any moment, and may know nothing of other machines: so it is the parent that has the executor. A
child asks with ``Wanted`` among what it tells, and hears ``Came`` on its standard input.
"""

import itertools
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Wanted:
    """A piece of work to be done: a function of a module, and its arguments."""

    number: int
    work: Callable[..., Any]
    arguments: tuple[Any, ...]


@dataclass(frozen=True)
class Unwanted:
    """What a piece comes to is waited for no more."""

    number: int


@dataclass(frozen=True)
class Came:
    """What a piece came to, or the error that it raised."""

    number: int
    value: Any = None
    error: BaseException | None = None


_numbers = itertools.count()
_waiting: dict[int, Future[Any]] = {}


class Parent(Executor):
    """The parent's executor, as its child has it."""

    def __init__(self, tell: Callable[[Any], None]) -> None:
        self._tell = tell

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Call ``fn``, which is a function of a module, wherever the parent has it called."""
        future: Future[T] = Future()
        number = next(_numbers)
        _waiting[number] = future
        future.add_done_callback(partial(self._forget, number))
        self._tell(Wanted(number, partial(fn, **kwargs) if kwargs else fn, args))
        return future

    def _forget(self, number: int, future: Future[Any]) -> None:
        _waiting.pop(number, None)
        if future.cancelled():
            self._tell(Unwanted(number))


def heard(came: Came) -> None:
    """Give what a piece came to to whoever waits for it in this process."""
    future = _waiting.get(came.number)
    if future is None or not future.set_running_or_notify_cancel():
        return
    if came.error is None:
        future.set_result(came.value)
    else:
        future.set_exception(came.error)


class Desk:
    """Takes what a child asks for to an executor, and what comes of it back."""

    def __init__(self, executor: Executor, send: Callable[[Any], None]) -> None:
        self._executor, self._send = executor, send
        self._running: dict[int, Future[Any]] = {}
        self._lock = threading.Lock()

    def took(self, message: Any) -> bool:
        """Whether a message of the child was for this desk, which then deals with it.

        Errors as of the executor, where it takes no work.
        """
        if isinstance(message, Wanted):
            future = self._executor.submit(message.work, *message.arguments)
            with self._lock:
                self._running[message.number] = future
            future.add_done_callback(partial(self._came, message.number))
            return True
        if isinstance(message, Unwanted):
            with self._lock:
                unwanted = self._running.pop(message.number, None)
            if unwanted is not None:
                unwanted.cancel()
            return True
        return False

    def close(self) -> None:
        """Let go of what still runs."""
        with self._lock:
            left, self._running = list(self._running.values()), {}
        for future in left:
            future.cancel()

    def _came(self, number: int, future: Future[Any]) -> None:
        with self._lock:
            self._running.pop(number, None)
        if future.cancelled():
            self._send(Came(number, error=CancelledError()))
            return
        error = future.exception()
        self._send(Came(number, None if error else future.result(), error))
