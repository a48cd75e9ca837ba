"""Ctrl-C as a wish to stop and see what there is, not as a crash."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stopping() -> Iterator[Callable[[], bool]]:
    """A function that tells whether Ctrl-C was pressed or the process was asked to end, while the context lasts."""
    asked = threading.Event()

    def note(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  (the signature of a handler)
        asked.set()

    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set  # handlers belong to the main thread
        return
    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked.is_set
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
