"""The place where runs are solved, one at a time: a warm process with a memory limit, renewed now and then."""

import logging
import pickle
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from api.jobs.task import Solved, Task, solve, warm
from api.memory import limit_memory
from models import SelectorError, SolverFailed
from selector.solve.child import Answer, Child, Cut
from selector.solve.outcome import Limit

_LOG = logging.getLogger(__name__)
_MOST = 500
_LOOK = 0.05


class Slot:
    """A place to solve. Whoever makes one ends it.

    Parameters
    ----------
    memory
        Bytes that a process may have.
    most
        Runs after which a process is renewed: what its libraries have not given back is given back then.
    """

    def __init__(self, memory: int, most: int = _MOST) -> None:
        self._memory = memory
        self._most = most
        self._starter = ThreadPoolExecutor(1, thread_name_prefix="slot")
        self._lock = threading.Lock()
        self._living: set[Child] = set()
        self._ended = False
        self._done = 0
        self._next: Future[Child] = self._starter.submit(self._new)

    def solve(self, task: Task, listen: Callable[[Any], None], cut: Callable[[], Limit | None]) -> Solved | Cut:
        """The answer to a task, unless ``cut`` says to wait no longer or the process ends; it is gone then.

        Raises
        ------
        SelectorError
            if the case cannot be asked this, or the solver fails.
        """
        child = self._child(cut)
        if isinstance(child, Cut):
            return child
        good = False
        try:
            ended = child.answer(pickle.dumps((solve, (task,))), listen, cut)
            good = isinstance(ended, Answer)
        except SelectorError as error:
            good = not isinstance(error, SolverFailed)  # of memory, it may be
            raise
        finally:
            self._done += 1
            if not good or self._done >= self._most:
                self._end(child)
                self._done = 0
                self._next = self._starter.submit(self._new)
        if isinstance(ended, Cut):
            return ended
        answer: Solved = ended.value
        return answer

    def end(self) -> None:
        """End the process, whatever it does, from any thread."""
        with self._lock:
            self._ended = True
            living = tuple(self._living)
        for child in living:
            self._end(child)

    def _child(self, cut: Callable[[], Limit | None]) -> Child | Cut:
        """The process, once it is warm."""
        while True:
            try:
                return self._next.result(_LOOK)
            except TimeoutError:
                limit = cut()
                if limit is not None:
                    return Cut(limit)
            except SolverFailed as error:
                _LOG.warning("no process to solve: %s", error)
                self._next = self._starter.submit(self._new)
                return Cut("failure")

    def _new(self) -> Child:
        child = Child()
        with self._lock:
            self._living.add(child)
            ended = self._ended
        first: tuple[tuple[Any, ...], ...] = ((limit_memory, (self._memory,)), (warm, ()))
        for task in first:
            if not ended:
                ended = isinstance(child.answer(pickle.dumps(task), _ignore, self._wish), Cut)
        if ended:
            self._end(child)
            raise SolverFailed("a process that solves ended at its start")
        return child

    def _wish(self) -> Limit | None:
        return "stopped" if self._ended else None

    def _end(self, child: Child) -> None:
        with self._lock:
            if child not in self._living:
                return
            self._living.remove(child)
        child.end()


def _ignore(message: Any) -> None:
    del message
