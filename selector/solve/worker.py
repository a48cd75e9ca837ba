"""A process that does work for another: tasks in on standard input, messages out on standard output, until it is ended.

Run by ``selector.solve.child``; both ends are this project's, so messages are pickles.
"""

import contextlib
import importlib
import os
import pickle
import queue
import shutil
import signal
import sys
import threading
from typing import BinaryIO

from models import SelectorError, SolverFailed
from selector.solve import asking
from selector.solve.asking import Came
from selector.solve.child import FOLDER, Answer

_USUAL = "selector.solve.stages"
"""What nearly every task needs."""


def main() -> None:
    """Do what standard input asks for, one task after another, for as long as the parent holds it open."""
    messages = _claim_output()
    tasks: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_hear, args=(sys.stdin.buffer, tasks), daemon=True).start()

    telling = threading.Lock()

    def tell(message: object) -> None:
        with telling:
            pickle.dump(message, messages)
            messages.flush()

    _make_ready(tasks)
    while True:
        work, arguments = pickle.loads(tasks.get())  # noqa: S301  (from our own parent)
        try:
            tell(Answer(work(*arguments, tell)))
        except SelectorError as error:
            tell(error)
        except MemoryError:
            tell(SolverFailed("the solver ran out of memory"))


def _make_ready(tasks: "queue.SimpleQueue[bytes]") -> None:
    """Load what nearly every task needs, if there is none yet."""
    if tasks.empty():
        # A task that cannot do without it says so itself.
        with contextlib.suppress(Exception):
            importlib.import_module(_USUAL)


def _claim_output() -> BinaryIO:
    """Standard output for messages alone: whatever else prints goes to standard error."""
    messages = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return messages


def _hear(tasks: BinaryIO, heard: "queue.SimpleQueue[bytes]") -> None:
    """Pass tasks on, and end the process with its parent, which holds the other end open for as long as it lives and waits."""
    # A parent that is killed in the middle of a task leaves half of it.
    with contextlib.suppress(EOFError, pickle.UnpicklingError):
        while True:
            message = pickle.load(tasks)  # noqa: S301  (from our own parent)
            if isinstance(message, Came):
                asking.heard(message)
            else:
                heard.put(message)
    folder = os.environ.get(FOLDER)
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)  # and with this process, the solvers that it started
    os._exit(1)


if __name__ == "__main__":
    main()
