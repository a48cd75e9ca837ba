"""Many pieces of work at once, on the processes of an executor, within one limit of time."""

import concurrent.futures
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from decimal import localcontext
from typing import TypeVar

from selector.cluster import Cluster
from selector.search import EXACT
from selector.solve.children import Children
from selector.solve.hands import Hands
from selector.solve.processors import processors

A = TypeVar("A")
N = TypeVar("N")
R = TypeVar("R")
Stop = Callable[[], bool]
Work = Callable[[A, float | None, Stop], R]
"""What is done with an argument, within so many seconds, None being no limit, and until it is told to stop.

A function of a module, found there again by its name in another process, where nobody tells it to stop: it is ended.
"""
_LOOK = 0.05
_GRACE = 2.0
"""Seconds that what has its own limit may take beyond the limit of all, to end by itself with what it has found."""


def never() -> bool:
    """Nobody says to stop."""
    return False


@dataclass(frozen=True)
class Many:
    """Where many pieces of work are done, and within which limits. One is made for a question, and used for all of it."""

    executor: Executor | None = None
    """Where work is sent: any executor whose processes have this program, be they of other machines. One of processes of
    this machine if left out, ended with what uses it."""
    workers: int | None = None
    """How many pieces are there at once: as many as a cluster has places, or as there are processors here, if left out."""
    isolated: bool = True
    """Whether to use processes at all; without, the pieces are done here, one after another."""
    time_limit: float | None = None
    """Seconds for all, from ``started``."""
    started: float = field(default_factory=time.monotonic)
    """On the monotonic clock."""
    stop: Stop = never
    """Asked some twenty times a second from the thread that waits; once it answers True nothing more is begun, and what
    runs is ended."""

    @property
    def at_once(self) -> int:
        """How many pieces are done at once, where there are as many."""
        if not self.isolated:
            return 1
        if self.workers is None and isinstance(self.executor, Cluster):
            return self.executor.places
        return self.workers or processors()

    @property
    def hands(self) -> Hands | None:
        """Who else does the parts of one search; None where no executor is named."""
        return None if self.executor is None else Hands(self.executor, self.at_once)

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
        to_come = iter(enumerate(arguments))
        at_once = max(1, min(self.at_once, len(arguments)))
        found: dict[int, R] = {}

        def ask() -> tuple[int, A, float | None] | None:
            following = next(to_come, None)
            if following is None:
                return None
            position, argument = following
            return position, argument, self._share(len(arguments) - position, at_once)

        def take(position: int, result: R) -> None:
            found[position] = result
            tell(position, result)

        self._do(work, ask, take, at_once)
        return dict(sorted(found.items()))

    def as_it_comes(
        self,
        work: Work[A, R],
        ask: Callable[[], A | None],
        take: Callable[[A, R], None],
        is_settled: Callable[[], bool] = never,
    ) -> None:
        """Do the work for what ``ask`` says, for as long as it says something, be it after more was taken.

        Each piece may take all the time that is left. ``take`` is called from this thread, in the order in which they are
        done. Once ``is_settled`` says so, what still runs is of no more use, and is ended.

        Raises
        ------
        SelectorError
            that the work raises; what runs then is ended.
        """

        def with_all_that_is_left() -> tuple[A, A, float | None] | None:
            argument = ask()
            return None if argument is None else (argument, argument, self.left)

        self._do(work, with_all_that_is_left, take, self.at_once, is_settled)

    def _do(
        self,
        work: Work[A, R],
        ask: Callable[[], tuple[N, A, float | None] | None],
        take: Callable[[N, R], None],
        at_once: int,
        is_settled: Callable[[], bool] = never,
    ) -> None:
        """Do what is asked for, by its name, its argument and its seconds, so much of it at once.

        No more is sent than is done at once: what waits would have to be told its time before that is known.
        """
        if not self.isolated:
            while not self.is_over and (asked := ask()) is not None:
                name, argument, seconds = asked
                with localcontext(EXACT):
                    result = work(argument, seconds, self.stop)
                take(name, result)
            return
        with self._executor(at_once) as executor:
            running: dict[Future[R], N] = {}
            try:
                while True:
                    while len(running) < at_once and not self.is_over and (asked := ask()) is not None:
                        name, argument, seconds = asked
                        running[executor.submit(done, work, argument, seconds)] = name
                    if not running or self.stop() or self._is_overrun or is_settled():
                        return
                    ended, _ = concurrent.futures.wait(running, _LOOK, concurrent.futures.FIRST_COMPLETED)
                    for future in [each for each in running if each in ended]:  # in the order in which they were begun
                        take(running.pop(future), future.result())
            finally:
                for future in running:
                    future.cancel()

    @contextmanager
    def together(self) -> Iterator["Many"]:
        """The same, whose processes stay from one use to the next, and end with this."""
        if not self.isolated:
            yield self
            return
        with self._executor(self.at_once) as executor:
            yield replace(self, executor=executor)

    @property
    def _is_overrun(self) -> bool:
        left = self.left
        return left is not None and left < -_GRACE

    def _share(self, to_come: int, at_once: int) -> float | None:
        """The seconds of one of so many that have not begun."""
        left = self.left
        return None if left is None else max(left / -(-to_come // at_once), 0.01)

    @contextmanager
    def _executor(self, at_once: int) -> Iterator[Executor]:
        if self.executor is not None:
            yield self.executor
            return
        own = Children(at_once)
        try:
            yield own
        finally:
            own.shutdown(cancel_futures=True)


def done(work: Work[A, R], argument: A, seconds: float | None) -> R:
    """The work, in the process that it was sent to."""
    with localcontext(EXACT):
        return work(argument, seconds, never)
