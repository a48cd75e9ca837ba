"""The solves that run now: a few at a time, each ended once nobody waits for it any more."""

import asyncio
import math
import threading
from collections.abc import Callable
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from api.http.problem import Refused

Stop = Callable[[], bool]
"""Tells whether to end now; safe to ask from any thread."""

_Result = TypeVar("_Result")


class Solves:
    """Places for solves.

    Parameters
    ----------
    most
        How many may run at once.
    wait
        Seconds that a request waits for a place.
    """

    def __init__(self, most: int, wait: float) -> None:
        self._places = asyncio.Semaphore(most)
        self._wait = wait
        self._closing = threading.Event()

    @property
    def closing(self) -> bool:
        """Whether the service is ending, and takes no more work."""
        return self._closing.is_set()

    def close(self) -> None:
        """End every solve, each with the best it has found, and take no more."""
        self._closing.set()

    async def run(self, request: Request, work: Callable[[Stop], _Result]) -> _Result:
        """What ``work`` returns, run in a thread of its own and told to stop once the client is gone.

        The request's body must have been read.

        Raises
        ------
        Refused
            with 503 if no place becomes free in time, or the service is ending.
        """
        await self._take_place()
        unwanted = threading.Event()
        watch = asyncio.create_task(_note_disconnect(request, unwanted))
        try:
            return await run_in_threadpool(work, lambda: unwanted.is_set() or self.closing)
        finally:
            unwanted.set()  # a task that is cancelled leaves its thread behind
            watch.cancel()
            self._places.release()

    def check_open(self) -> None:
        """Do nothing, unless the service is ending.

        Raises
        ------
        Refused
            with 503 if it is.
        """
        if self.closing:
            raise self._unavailable("The service is shutting down.")

    async def _take_place(self) -> None:
        self.check_open()
        try:
            async with asyncio.timeout(self._wait):
                await self._places.acquire()
        except TimeoutError:
            raise self._unavailable("As many solves are running as may run at once; try again later.") from None

    def _unavailable(self, detail: str) -> Refused:
        return Refused(503, detail, headers={"Retry-After": str(max(1, math.ceil(self._wait)))})


async def _note_disconnect(request: Request, unwanted: threading.Event) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        continue
    unwanted.set()
