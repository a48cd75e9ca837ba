"""The process that does one piece of work: a task in on standard input, messages out on standard output.

Run by ``selector.solve.child``; both ends are this project's, so messages are pickles.
"""

import os
import pickle
import shutil
import signal
import sys
import threading
from typing import BinaryIO

from models import SelectorError, SolverFailed
from selector.solve.child import FOLDER, Answer


def main() -> None:
    """Do the work that standard input asks for."""
    task, messages = sys.stdin.buffer, _claim_output()
    work, arguments = pickle.load(task)  # noqa: S301  (from our own parent)
    threading.Thread(target=_end_with_parent, args=(task,), daemon=True).start()

    def tell(message: object) -> None:
        pickle.dump(message, messages)
        messages.flush()

    try:
        tell(Answer(work(*arguments, tell)))
    except SelectorError as error:
        tell(error)
    except MemoryError:
        tell(SolverFailed("the solver ran out of memory"))
    os._exit(0)  # at once: the thread that waits for the parent holds standard input, which an orderly end would want


def _claim_output() -> BinaryIO:
    """Standard output for messages alone: whatever else prints goes to standard error."""
    messages = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return messages


def _end_with_parent(task: BinaryIO) -> None:
    # The parent holds the other end open for as long as it lives and waits.
    task.read()
    folder = os.environ.get(FOLDER)
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)  # and with this process, the solvers that it started
    os._exit(1)


if __name__ == "__main__":
    main()
