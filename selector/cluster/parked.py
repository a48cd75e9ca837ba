"""Processes of a worker that wait for their next piece of work, and end where none comes."""

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from selector.solve.child import Child

_IDLE = 5.0
"""Seconds after which a process that has nothing to do is ended."""
_MOST_BYTES = 500_000_000
"""A process that was sent more than this is ended rather than sent still more: it keeps what it was sent."""


@dataclass
class Hand:
    """A process, and the parts that it has, by their digests: how many bytes of each it was sent."""

    child: Child = field(default_factory=Child)
    parts: dict[str, int] = field(default_factory=dict)
    since: float = 0.0
    """When it was parked, on the monotonic clock."""


_parked: list[Hand] = []
_lock = threading.Lock()


def taken(digests: Iterable[str]) -> Hand:
    """A process for a piece of work: of those parked the one that has most of its parts, or a new one."""
    wanted = set(digests)
    with _lock:
        best = max(_parked, key=lambda hand: len(wanted & hand.parts.keys()), default=None)
        if best is not None:
            _parked.remove(best)
    if best is not None and sum(best.parts.values()) > _MOST_BYTES and wanted - best.parts.keys():
        best.child.end()
        best = None
    return best or Hand()


def park(hand: Hand) -> None:
    """Keep a process for what comes next."""
    hand.since = time.monotonic()
    with _lock:
        _parked.append(hand)
    timer = threading.Timer(_IDLE, _end_idle)
    timer.daemon = True
    timer.start()


def _end_idle() -> None:
    now = time.monotonic()
    with _lock:
        idle = [hand for hand in _parked if now - hand.since >= 0.9 * _IDLE]
        for hand in idle:
            _parked.remove(hand)
    for hand in idle:
        hand.child.end()
