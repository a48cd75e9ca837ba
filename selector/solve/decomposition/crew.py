"""Work shared out over threads, its results taken in the order in which it was given.

What is done with them, and what is asked for next, so never depends on which piece was done first: the same program
gives the same award however many threads there are. A solver's search runs without Python's lock.
"""

import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


def hands() -> int:
    """How many pieces of work this process may do at once."""
    if hasattr(os, "sched_getaffinity"):
        return max(len(os.sched_getaffinity(0)), 1)
    return os.cpu_count() or 1


def in_order(
    pieces: Sequence[Callable[[Callable[[], bool]], Result]], stop: Callable[[], bool]
) -> Generator[Result, None, None]:
    """Results of pieces of work, in their order; each piece is told how to ask whether it is still wanted.

    Once nobody takes any more results, pieces that have not begun never do, and the others are asked to end.
    """
    unwanted = False

    def ended() -> bool:
        return unwanted or stop()

    with ThreadPoolExecutor(hands()) as pool:
        waiting = [pool.submit(piece, ended) for piece in pieces]
        try:
            for each in waiting:
                yield each.result()
        finally:
            unwanted = True
            for each in waiting:
                each.cancel()
