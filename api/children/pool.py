"""Warm processes with a memory limit, each of which does one piece of work after another."""

import contextlib
import logging
import pickle
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from api.children.memory import limit_memory
from api.children.warm import warm
from models import SelectorError, SolverFailed
from selector.solve.child import Answer, Child, Cut
from selector.solve.outcome import Limit

Stop = Callable[[], bool]
"""Tells whether to end now; safe to ask from any thread."""

_log = logging.getLogger("api")

_MOST_DONE = 500
"""Pieces of work after which a process is renewed: what its libraries have not given back is given back then."""

_GRACE = 3.0
"""Seconds that work may take beyond its limit, to say what it has found, before its process is ended."""


class OutOfTime(Exception):
    """The work was not done within its time, and its process was ended."""


class Unwanted(Exception):
    """Nobody wants the work any more, and its process was ended."""


class Pool:
    """Processes for work. They start when they are first wanted; whoever makes one closes it.

    Parameters
    ----------
    memory
        Bytes that each may have.
    """

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._most = 1
        self._idle: list[Child] = []
        self._done: WeakKeyDictionary[Child, int] = WeakKeyDictionary()
        self._lock = threading.Lock()
        self._closed = False
        self._notes: tempfile.TemporaryDirectory[str] | None = None
        self._numbers = iter(range(2**63))

    def call(
        self,
        work: Callable[..., Any],
        *arguments: Any,
        seconds: float,
        gone: Stop,
        ending: Stop = lambda: False,
    ) -> Any:
        """What ``work(*arguments, note, tell)`` returns, in a process.

        Parameters
        ----------
        work
            A function of a module, found there again by its name. Where ``note`` becomes a file it is to end soon.
        arguments
            What it is about.
        seconds
            How long it may take, and a moment more.
        gone
            Whether nobody waits for it any more: its process is ended at once.
        ending
            Whether it is to end soon, with what it has.

        Raises
        ------
        SelectorError
            that the work raises.
        OutOfTime
            if it takes longer than it may.
        Unwanted
            if nobody waits for it any more.
        """
        note = self._note()
        began = time.monotonic()
        last = began + seconds + _GRACE

        def cut() -> Limit | None:
            nonlocal last
            if gone():
                return "stopped"
            if ending() and note.parent.exists() and not note.exists():
                note.touch()
                last = min(last, time.monotonic() + _GRACE)
            return "time" if time.monotonic() > last else None

        child = self._take()
        try:
            ended = child.answer(pickle.dumps((work, (*arguments, str(note)))), lambda _: None, cut)
        except SelectorError as error:
            if isinstance(error, SolverFailed):
                child.end()  # it may be full
            else:
                self._give_back(child)
            raise
        finally:
            with contextlib.suppress(FileNotFoundError):
                note.unlink()
        return self._value(child, ended)

    def start(self, number: int) -> None:
        """Have so many ready, in the background, and keep no more of them."""
        self._most = number
        for _ in range(number):
            threading.Thread(target=self._add, daemon=True).start()

    def close(self) -> None:
        """End those that do nothing; the others end with what they do."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            notes, self._notes = self._notes, None
        for child in idle:
            child.end()
        if notes is not None:
            notes.cleanup()

    def _note(self) -> Path:
        with self._lock:
            if self._notes is None:
                self._notes = tempfile.TemporaryDirectory(prefix="selector-", ignore_cleanup_errors=True)
            return Path(self._notes.name) / str(next(self._numbers))

    def _value(self, child: Child, ended: Answer | Cut) -> Any:
        if isinstance(ended, Answer):
            self._done[child] = self._done.get(child, 0) + 1
            if self._done[child] < _MOST_DONE:
                self._give_back(child)
            else:
                threading.Thread(target=self._replace, args=(child,), daemon=True).start()
            return ended.value
        # To end it takes a moment, to start another a second: nobody need wait for either.
        threading.Thread(target=self._replace, args=(child,), daemon=True).start()
        if ended.limit == "stopped":
            raise Unwanted
        if ended.limit == "time":
            raise OutOfTime
        raise SolverFailed(f"a process that solves ended with exit status {ended.exit_status}")

    def _take(self) -> Child:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return self._new()

    def _new(self) -> Child:
        child = Child()
        for first in (limit_memory, self._memory), (warm,):
            ended = child.answer(pickle.dumps((first[0], first[1:])), lambda _: None, lambda: None)
            if isinstance(ended, Cut):
                child.end()
                raise SolverFailed(f"a process that solves ended at its start with exit status {ended.exit_status}")
        return child

    def _replace(self, child: Child) -> None:
        child.end()
        self._add()

    def _add(self) -> None:
        if self._closed:
            return
        try:
            self._give_back(self._new())
        except SolverFailed:
            # Whoever wants one will start it then, and be told.
            _log.warning("a process for work did not start", exc_info=True)

    def _give_back(self, child: Child) -> None:
        with self._lock:
            if not self._closed and len(self._idle) < self._most:
                self._idle.append(child)
                return
        child.end()
