"""Ctrl-C and being asked to end: as a wish that is looked at in good time, or as an exception."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stopping() -> Iterator[Callable[[], bool]]:
    """A function that tells whether the wish was made, while the context lasts."""
    asked = threading.Event()

    def notice(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  (the signature of a handler)
        asked.set()

    before = {number: signal.signal(number, notice) for number in _SIGNALS}
    try:
        yield asked.is_set
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def ending_like_interrupting() -> Iterator[None]:
    """Being asked to end raises ``KeyboardInterrupt``, as Ctrl-C does, while the context lasts."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
