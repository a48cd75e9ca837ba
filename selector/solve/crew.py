"""Work shared out over threads, its results taken in the order in which it was given.

What is done with them, and what is asked for next, so never depends on which piece was done first: the same program
gives the same award however many threads there are. A solver's search runs without Python's lock.
"""

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from selector.solve.hands import Hands
from selector.solve.processors import processors

Result = TypeVar("Result")


def in_order(
    pieces: Sequence[Callable[[Callable[[], bool]], Result]], stop: Callable[[], bool], hands: Hands | None = None
) -> Generator[Result, None, None]:
    """Results of pieces of work, in their order; each piece is told how to ask whether it is still wanted.

    Once nobody takes any more results, pieces that have not begun never do, and the others are asked to end. Pieces that
    only wait for ``hands`` are as many at once as these do.
    """
    unwanted = False

    def ended() -> bool:
        return unwanted or stop()

    with ThreadPoolExecutor(processors() if hands is None else hands.at_once) as pool:
        waiting = [pool.submit(piece, ended) for piece in pieces]
        try:
            for each in waiting:
                yield each.result()
        finally:
            unwanted = True
            for each in waiting:
                each.cancel()
