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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selector.solve.outcome import Limit

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
) -> Answer | Cut:
    """Call ``work(*arguments, tell)`` in a new process, and end it at the time limit or once ``stop`` says so.

    ``work`` is a function of a module, found there again by its name; what it gives to ``tell`` is given to ``listen``.

    Raises
    ------
    SelectorError
        that ``work`` raises.
    """
    started = time.monotonic()
    with _child(work, arguments) as child:
        while True:
            message = child.message(_LOOK)
            if isinstance(message, Answer):
                return message
            if isinstance(message, BaseException):
                raise message
            if message is not None:
                listen(message)
            if stop():
                return Cut("stopped")
            if time_limit is not None and time.monotonic() - started > time_limit + _GRACE:
                return Cut("time")
            if child.ended:
                return Cut("failure", child.status())


@contextlib.contextmanager
def _child(work: Callable[..., Any], arguments: tuple[Any, ...]) -> Iterator["_Child"]:
    child = _Child(pickle.dumps((work, arguments)))
    try:
        child.start()
        yield child
    finally:
        child.end()


class _Child:
    """A process that does one piece of work."""

    def __init__(self, task: bytes) -> None:
        self._task = task
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
        self.ended = False

    def start(self) -> None:
        """Hand the task over."""
        self._reader.start()
        threading.Thread(target=self._write, daemon=True).start()

    def end(self) -> None:
        """End the process and every other that it started, whatever they are doing."""
        if sys.platform == "win32":
            self._process.kill()
        else:
            with contextlib.suppress(ProcessLookupError):  # all have ended
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._folder.cleanup()
        if self._reader.ident is not None:
            self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):  # what was not yet sent need not be
                    pipe.close()

    def status(self) -> int | None:
        """Exit status of the process once its output has ended; None if it lives on all the same."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self._process.wait(_GRACE)
        return None

    def message(self, seconds: float) -> Any:
        """The next message, or None where none comes in time; ``ended`` is set once the last was given."""
        try:
            message = self._messages.get(timeout=seconds)
        except queue.Empty:
            return None
        self.ended = message is None
        return message

    def _write(self) -> None:
        pipe = self._process.stdin
        # The pipe stays open: its end tells the child that nobody waits for it any more.
        with contextlib.suppress(BrokenPipeError, ValueError):  # the child ended, or the context was left, meanwhile
            if pipe is not None:
                pipe.write(self._task)
                pipe.flush()

    def _read(self) -> None:
        pipe = self._process.stdout
        # A child that is killed in the middle of a message leaves half of it.
        with contextlib.suppress(EOFError, pickle.UnpicklingError):
            while pipe is not None:
                self._messages.put(pickle.load(pipe))  # noqa: S301  (from our own child)
        self._messages.put(None)
