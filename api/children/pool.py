"""Work done in warm processes, each of which does one piece after another."""

import contextlib
import pickle
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from api.children.shelf import Shelf
from models import SelectorError, SolverFailed
from selector.solve.child import Answer, Child, Cut
from selector.solve.outcome import Limit

Stop = Callable[[], bool]
"""Tells whether to end now; safe to ask from any thread."""

_GRACE = 3.0
"""Seconds that work may take beyond its limit, to say what it has found, before its process is ended."""
_MOMENT = 0.4
"""Seconds that work may take to end once nobody waits for it: to start another process takes longer."""


class OutOfTime(Exception):
    """The work was not done within its time, and its process was ended."""


class Unwanted(Exception):
    """Nobody wants the work any more, and it was ended."""


class Pool:
    """Processes for work. They start when they are first wanted; whoever makes one closes it.

    Parameters
    ----------
    memory
        Bytes that each may have.
    """

    def __init__(self, memory: int) -> None:
        self._shelf = Shelf(memory)
        self._lock = threading.Lock()
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
            Whether nobody waits for it any more: it is told to end, and its process is ended if it does not at once.
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
        child = self._shelf.take()
        last = time.monotonic() + seconds + _GRACE
        left: float | None = None

        def cut() -> Limit | None:
            nonlocal last, left
            if gone():
                left = left or time.monotonic()
                if time.monotonic() - left > _MOMENT:
                    return "stopped"
            if (left or ending()) and note.parent.exists() and not note.exists():
                note.touch()
                last = min(last, time.monotonic() + _GRACE)
            return "time" if time.monotonic() > last else None

        try:
            ended = child.answer(pickle.dumps((work, (*arguments, str(note)))), lambda _: None, cut)
        except SelectorError as error:
            if isinstance(error, SolverFailed):
                self._shelf.replace(child)  # it may be full
            else:
                self._shelf.give_back(child)
            raise
        finally:
            with contextlib.suppress(FileNotFoundError):
                note.unlink()
        return self._value(child, ended, gone)

    def start(self, number: int) -> None:
        """Have so many ready, in the background, and keep no more of them."""
        self._shelf.start(number)

    def close(self) -> None:
        """End those that do nothing; the others end with what they do."""
        self._shelf.close()
        with self._lock:
            notes, self._notes = self._notes, None
        if notes is not None:
            notes.cleanup()

    def _note(self) -> Path:
        with self._lock:
            if self._notes is None:
                self._notes = tempfile.TemporaryDirectory(prefix="selector-", ignore_cleanup_errors=True)
            return Path(self._notes.name) / str(next(self._numbers))

    def _value(self, child: Child, ended: Answer | Cut, gone: Stop) -> Any:
        if isinstance(ended, Answer):
            self._shelf.give_back(child)
            if gone():
                raise Unwanted
            return ended.value
        self._shelf.replace(child)
        if ended.limit == "stopped":
            raise Unwanted
        if ended.limit == "time":
            raise OutOfTime
        raise SolverFailed(f"a process that solves ended with exit status {ended.exit_status}")
