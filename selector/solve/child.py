"""Solving in a process of its own, which can be stopped at any moment and whose best award survives the stop."""

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from models import SolverFailed
from selector.program import Program
from selector.solve.known import Known
from selector.solve.outcome import Found, Outcome, Plan, Progress, Settled
from selector.solve.stages import Listener

# How long after its time limit a solver may take to say so itself, before it is stopped.
_GRACE = 0.5
_LOOK = 0.05
WORKER = "selector.solve.worker"
"""The module that a child runs."""

_Message = Progress | Found | Settled | Outcome | BaseException | None


def solve_in_child(
    program: Program,
    plan: Plan,
    listen: Listener = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Solve in a new process, and end it at the time limit or once ``stop`` says so, whatever it is doing.

    Raises
    ------
    SolverFailed
        if the process ends without an outcome and without an award.
    """
    started = time.monotonic()
    with _Child(program, plan) as child:
        known = Known(plan)
        while True:
            message = child.message(_LOOK)
            if isinstance(message, Outcome):
                return message
            if isinstance(message, BaseException):
                raise message
            if isinstance(message, Progress | Found | Settled):
                known.add(message)
                listen(message)
            if stop():
                return known.outcome("stopped")
            if plan.time_limit is not None and time.monotonic() - started > plan.time_limit + _GRACE:
                return known.outcome("time")
            if child.ended:
                if known.accepted is None:
                    raise SolverFailed(f"the solver's process ended with exit status {child.status()}")
                return known.outcome("failure")


class _Child:
    """A process that solves one plan; ended on leaving the context."""

    def __init__(self, program: Program, plan: Plan) -> None:
        # Not multiprocessing: its start methods run the caller's main module again, or fork its threads.
        self._process = subprocess.Popen(  # noqa: S603  (our own module, by our own interpreter)
            [sys.executable, "-P", "-m", WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))},
            start_new_session=True,  # Ctrl-C is the caller's to handle
        )
        self._messages: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self.ended = False
        self._task = pickle.dumps((program.bare(), plan))

    def __enter__(self) -> "_Child":
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        threading.Thread(target=self._write, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
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

    def message(self, seconds: float) -> _Message:
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
