"""A piece of work done by other hands, while a thread of this process waits for it."""

import concurrent.futures
import time
from collections.abc import Callable
from typing import Any, TypeVar

from selector.solve.hands import Hands

R = TypeVar("R")

_LOOK = 0.05
# Of its seconds what a piece leaves for the way back, and how long after them it is waited for.
_ON_THE_WAY, _GRACE, _LEAST = 0.5, 2.0, 0.05


def elsewhere(
    hands: Hands,
    work: Callable[..., R],
    arguments: tuple[Any, ...],
    *,
    seconds: float | None,
    stop: Callable[[], bool],
) -> R | None:
    """What ``work(*arguments, seconds)`` comes to in another process; None once ``stop`` says so or its time is over.

    Errors as of ``work``, which is a function of a module.
    """
    given = None if seconds is None else max(seconds - _ON_THE_WAY, _LEAST)
    began = time.monotonic()
    future = hands.executor.submit(work, *arguments, given)
    while not concurrent.futures.wait([future], _LOOK).done:
        if stop() or (given is not None and time.monotonic() - began > given + _GRACE):
            future.cancel()
            return None
    return future.result()
