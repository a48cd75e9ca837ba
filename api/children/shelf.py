"""Warm processes that wait for work: started, renewed and ended."""

import logging
import pickle
import threading
from weakref import WeakKeyDictionary

from api.children.warm import warm
from api.memory import limit_memory
from models import SolverFailed
from selector.solve.child import Child, Cut

_log = logging.getLogger("api")

_MOST_DONE = 500
"""Pieces of work after which a process is renewed: what its libraries have not given back is given back then."""


class Shelf:
    """Processes with a memory limit. Whoever makes one closes it.

    Parameters
    ----------
    memory
        Bytes that each may have.
    """

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._most = 1
        self._idle: list[Child] = []
        self._starting = 0
        self._done: WeakKeyDictionary[Child, int] = WeakKeyDictionary()
        self._change = threading.Condition()
        self._closed = False

    def start(self, number: int) -> None:
        """Have so many ready, in the background, and keep no more of them."""
        self._most = number
        for _ in range(number):
            self._start_another()

    def take(self) -> Child:
        """One that is ready; if there is none, one that is being started, or a new one."""
        with self._change:
            # To start one takes a second of a processor: those that many want at once are not each started twice.
            while not self._idle and self._starting:
                self._change.wait()
            if self._idle:
                return self._idle.pop()
        return self._new()

    def give_back(self, child: Child) -> None:
        """Take one back that has done its work, and may do more."""
        self._done[child] = self._done.get(child, 0) + 1
        if self._done[child] >= _MOST_DONE:
            self.replace(child)
        else:
            self._put(child)

    def replace(self, child: Child) -> None:
        """End one that is good for nothing any more, and start another, both in the background."""
        # To end it takes a moment, to start another a second: nobody need wait for either.
        threading.Thread(target=child.end, daemon=True).start()
        self._start_another()

    def close(self) -> None:
        """End those that do nothing; the others end with what they do."""
        with self._change:
            self._closed = True
            idle, self._idle = self._idle, []
        for child in idle:
            child.end()

    def _start_another(self) -> None:
        with self._change:
            if self._closed or len(self._idle) + self._starting >= self._most:
                return
            self._starting += 1
        threading.Thread(target=self._add, daemon=True).start()

    def _add(self) -> None:
        child = None
        try:
            child = self._new()
        except SolverFailed:
            # Whoever wants one will start it then, and be told.
            _log.warning("a process for work did not start", exc_info=True)
        finally:
            self._put(child, started=True)

    def _put(self, child: Child | None, *, started: bool = False) -> None:
        with self._change:
            self._starting -= started
            kept = child is not None and not self._closed and len(self._idle) < self._most
            if child is not None and kept:
                self._idle.append(child)
            self._change.notify_all()
        if child is not None and not kept:
            child.end()

    def _new(self) -> Child:
        child = Child()
        for first in (limit_memory, self._memory), (warm,):
            ended = child.answer(pickle.dumps((first[0], first[1:])), lambda _: None, lambda: None)
            if isinstance(ended, Cut):
                child.end()
                raise SolverFailed(f"a process that solves ended at its start with exit status {ended.exit_status}")
        return child
