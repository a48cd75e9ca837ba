"""Many pieces of work at once, on the processes of an executor, within one limit of time."""

import concurrent.futures
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import localcontext
from typing import TypeVar

from selector.search import EXACT
from selector.solve.children import Children
from selector.solve.processors import processors

A = TypeVar("A")
R = TypeVar("R")
Stop = Callable[[], bool]
Work = Callable[[A, float | None, Stop], R]
"""What is done with an argument, within so many seconds, None being no limit, and until it is told to stop.

A function of a module, found there again by its name in another process, where nobody tells it to stop: it is ended.
"""
_LOOK = 0.05
_GRACE = 2.0
"""Seconds that what has its own limit may take beyond the limit of all, to end by itself with what it has found."""


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Many:
    """Where many pieces of work are done, and within which limits. One is made for a question, and used for all of it."""

    executor: Executor | None = None
    """Where work is sent: any executor whose processes have this program, be they of other machines. One of processes of
    this machine if left out, ended with what uses it."""
    workers: int | None = None
    """How many pieces are there at once: as many as there are processors here if left out."""
    isolated: bool = True
    """Whether to use processes at all; without, the pieces are done here, one after another."""
    time_limit: float | None = None
    """Seconds for all, from ``started``."""
    started: float = field(default_factory=time.monotonic)
    """On the monotonic clock."""
    stop: Stop = _never
    """Asked some twenty times a second from the thread that waits; once it answers True nothing more is begun, and what
    runs is ended."""

    @property
    def left(self) -> float | None:
        """Seconds left of the limit."""
        return None if self.time_limit is None else self.time_limit - (time.monotonic() - self.started)

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to be begun."""
        left = self.left
        return self.stop() or (left is not None and left <= 0)

    def each(
        self,
        work: Work[A, R],
        arguments: Sequence[A],
        tell: Callable[[int, R], None] = lambda *_: None,
    ) -> dict[int, R]:
        """What the work comes to for each argument, by its position; those not come to, or cut off, are not there.

        What is left of the time is dealt out: each has an equal share of it when it begins, counting how many are still
        to come and how many are done at once. ``tell`` is called from this thread as each is done.

        Raises
        ------
        SelectorError
            that the work raises, for the first argument that it does so for; the others are ended.
        """
        if not self.isolated:
            return self._here(work, arguments, tell)
        found: dict[int, R] = {}
        with self._executor(len(arguments)) as executor:
            self._there(executor, work, arguments, found, tell)
        return dict(sorted(found.items()))

    def _here(self, work: Work[A, R], arguments: Sequence[A], tell: Callable[[int, R], None]) -> dict[int, R]:
        found: dict[int, R] = {}
        for position, argument in enumerate(arguments):
            if self.is_over:
                break
            with localcontext(EXACT):
                found[position] = work(argument, self._share(len(arguments) - position, 1), self.stop)
            tell(position, found[position])
        return found

    def _there(
        self,
        executor: Executor,
        work: Work[A, R],
        arguments: Sequence[A],
        found: dict[int, R],
        tell: Callable[[int, R], None],
    ) -> None:
        """Keep as many running as may be: more would have to be told their share of the time before it is known."""
        running: dict[Future[R], int] = {}
        to_come = iter(range(len(arguments)))
        at_once = self._at_once(len(arguments))
        begun = 0
        try:
            while True:
                while len(running) < at_once and not self.is_over and (position := next(to_come, None)) is not None:
                    share = self._share(len(arguments) - begun, at_once)
                    running[executor.submit(done, work, arguments[position], share)] = position
                    begun += 1
                if not running or self.stop() or self._is_overrun:
                    return
                ended, _ = concurrent.futures.wait(running, _LOOK, concurrent.futures.FIRST_COMPLETED)
                for future in sorted(ended, key=running.__getitem__):
                    position = running.pop(future)
                    found[position] = future.result()
                    tell(position, found[position])
        finally:
            for future in running:
                future.cancel()

    @property
    def _is_overrun(self) -> bool:
        left = self.left
        return left is not None and left < -_GRACE

    def _at_once(self, pieces: int) -> int:
        return max(1, min(self.workers or processors(), pieces))

    def _share(self, to_come: int, at_once: int) -> float | None:
        """The seconds of one of so many that have not begun."""
        left = self.left
        return None if left is None else max(left / -(-to_come // at_once), 0.01)

    @contextmanager
    def _executor(self, pieces: int) -> Iterator[Executor]:
        if self.executor is not None:
            yield self.executor
            return
        own = Children(self._at_once(pieces))
        try:
            yield own
        finally:
            own.shutdown(cancel_futures=True)


def done(work: Work[A, R], argument: A, seconds: float | None) -> R:
    """The work, in the process that it was sent to."""
    with localcontext(EXACT):
        return work(argument, seconds, _never)
