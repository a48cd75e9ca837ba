"""Work in a process of its own, which can be stopped at any moment and has told by then what it knew."""

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selector.solve.asking import Desk
from selector.solve.hands import Hands
from selector.solve.outcome import Limit

if TYPE_CHECKING:
    from selector.solve.ahead import Ahead

# How long after its time limit a solver may take to say so itself, before it is stopped.
_GRACE = 0.5
_LOOK = 0.05
WORKER = "selector.solve.worker"
"""The module that a child runs."""
START = str(Path(__file__).resolve().with_name("start.py"))
"""What loads no more than that module asks for."""
FOLDER = "SELECTOR_WORKER_FOLDER"
"""Variable that tells a child of the folder made for it alone, which is deleted with it."""


@dataclass(frozen=True)
class Answer:
    """What the work came to: the last message of a child that ends as it should."""

    value: Any


@dataclass(frozen=True)
class Cut:
    """Why a child ended without an answer, and its exit status where it ended of itself."""

    limit: Limit
    exit_status: int | None = None


def run_in_child(
    work: Callable[..., Any],
    *arguments: Any,
    listen: Callable[[Any], None],
    stop: Callable[[], bool],
    time_limit: float | None,
    hands: Hands | None = None,
    ahead: "Ahead | None" = None,
) -> Answer | Cut:
    """Call ``work(*arguments, tell)`` in a new process, and end it at the time limit or once ``stop`` says so.

    The process is that which was started ``ahead``, where there is one; the time counts from this call either way.

    ``work`` is a function of a module, found there again by its name; what it gives to ``tell`` is given to ``listen``,
    but for what it asks of ``hands`` (``selector.solve.asking``).

    Raises
    ------
    SelectorError
        that ``work`` raises.
    """
    started = time.monotonic()

    def out_of_time() -> bool:
        return time_limit is not None and time.monotonic() - started > time_limit + _GRACE

    task = pickle.dumps((work, arguments))
    child = Child() if ahead is None else ahead.take()
    desk = None if hands is None else Desk(hands.executor, child.send)

    def hear(message: Any) -> None:
        if desk is None or not desk.took(message):
            listen(message)

    try:
        return child.answer(task, hear, lambda: "stopped" if stop() else "time" if out_of_time() else None)
    finally:
        if desk is not None:
            desk.close()
        child.end()


class Child:
    """A process that does one piece of work after another. Whoever starts one ends it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="selector-", ignore_cleanup_errors=True)
        # Not multiprocessing: its start methods run the caller's main module again, or fork its threads.
        self._process = subprocess.Popen(  # noqa: S603  (our own module, by our own interpreter)
            [sys.executable, "-P", START, WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ
            | {"PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))}
            # A solver that is killed cannot tidy up: whatever it leaves, it leaves here.
            | dict.fromkeys((FOLDER, "TMPDIR", "TMP", "TEMP"), self._folder.name),
            # Ctrl-C is the caller's to handle; and solvers that are programs of their own end with the session.
            start_new_session=True,
        )
        self._messages: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._ended = False
        self._writing = threading.Lock()

    def answer(self, task: bytes, listen: Callable[[Any], None], cut: Callable[[], Limit | None]) -> Answer | Cut:
        """What the work of a task comes to, a pickle of a function and its arguments, unless ``cut`` says to wait no longer.

        Once it was cut, or has failed, the child is good for nothing but to be ended.

        Raises
        ------
        SelectorError
            that the work raises.
        """
        self.send(task)
        while True:
            message = self._message(_LOOK)
            if isinstance(message, Answer):
                return message
            if isinstance(message, BaseException):
                raise message
            if message is not None:
                listen(message)
            limit = cut()
            if limit is not None:
                return Cut(limit)
            if self._ended:
                return Cut("failure", self._status())

    def send(self, message: Any) -> None:
        """Write a message to its standard input, without waiting for it to be read; in any order with others."""
        threading.Thread(target=self._write, args=(message,), daemon=True).start()

    def end(self) -> None:
        """End the process and every other that it started, whatever they are doing."""
        if sys.platform == "win32":
            self._process.kill()
        else:
            with contextlib.suppress(ProcessLookupError):  # all have ended
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._folder.cleanup()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):  # what was not yet sent need not be
                    pipe.close()

    def _status(self) -> int | None:
        """Exit status of the process once its output has ended; None if it lives on all the same."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self._process.wait(_GRACE)
        return None

    def _message(self, seconds: float) -> Any:
        """The next message, or None where none comes in time; ``_ended`` is set once the last was given."""
        try:
            message = self._messages.get(timeout=seconds)
        except queue.Empty:
            return None
        self._ended = message is None
        return message

    def _write(self, message: Any) -> None:
        pipe = self._process.stdin
        # The pipe stays open: its end tells the child that nobody waits for it any more.
        with (
            self._writing,
            contextlib.suppress(BrokenPipeError, ValueError),
        ):  # the child ended, or was ended, meanwhile
            if pipe is not None:
                pickle.dump(message, pipe)
                pipe.flush()

    def _read(self) -> None:
        pipe = self._process.stdout
        # A child that is killed in the middle of a message leaves half of it.
        with contextlib.suppress(EOFError, pickle.UnpicklingError):
            while pipe is not None:
                self._messages.put(pickle.load(pipe))  # noqa: S301  (from our own child)
        self._messages.put(None)
