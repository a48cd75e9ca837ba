"""What more workers would take, worked out from what one took.

Pieces are handed to whoever is free, in their order; a round of pieces ends before the next begins, and what lies between
is done by whoever asks, while all others wait (Amdahl 1967). Each worker is sent what pieces share, one after another.
"""

import heapq
from collections.abc import Sequence


def rounds(taken: Sequence[tuple[float, float]], gap: float = 0.25) -> list[list[float]]:
    """Pieces that one worker did, by round: a new one begins where so many seconds lie between a piece and the next."""
    found: list[list[float]] = []
    last: float | None = None
    for began, ended in sorted(taken):
        if last is None or began - last > gap:
            found.append([])
        found[-1].append(ended - began)
        last = ended
    return found


def spent(pieces: Sequence[float], workers: int) -> float:
    """Seconds of a round: each piece in turn goes to the worker who is free first."""
    free = [0.0] * workers
    for piece in pieces:
        heapq.heappush(free, heapq.heappop(free) + piece)
    return max(free)


def expected(seconds: float, taken: Sequence[tuple[float, float]], workers: int, sending: float) -> float:
    """Seconds that so many workers would take, where one took ``seconds``; ``sending`` is that of one more worker."""
    every = rounds(taken)
    alone = seconds - sum(map(sum, every))
    return alone + sum(spent(each, workers) for each in every) + sending * (workers - 1)
