"""The work that runs now: a few pieces at a time, each ended once nobody waits for it any more."""

import asyncio
import math
import threading
import time
from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from api.children.pool import OutOfTime, Pool, Unwanted
from api.http.problem import Refused


class Solves:
    """Places for work, each a warm process.

    Parameters
    ----------
    most
        How many pieces may run at once.
    wait
        Seconds that a request waits for a place.
    memory
        Bytes that each process may have.
    """

    def __init__(self, most: int, wait: float, memory: int) -> None:
        self._most = most
        self._places = asyncio.Semaphore(most)
        self._wait = wait
        self._pool = Pool(memory)
        self._closing = threading.Event()
        self.seconds = 0.0
        """How long work has run so far, all of it together."""

    @property
    def closing(self) -> bool:
        """Whether the service is ending, and takes no more work."""
        return self._closing.is_set()

    def start(self) -> None:
        """Have the processes ready, in the background."""
        self._pool.start(self._most)

    def close(self) -> None:
        """End all work, each piece with the best it has found, and take no more."""
        self._closing.set()

    def end(self) -> None:
        """End the processes, once they have been closed and left."""
        self._pool.close()

    async def run(self, request: Request, work: Callable[..., Any], *arguments: Any, seconds: float) -> Any:
        """What ``work`` comes to in a process, which is ended once the client is gone.

        The request's body must have been read.

        Raises
        ------
        Refused
            with 503 if no place becomes free in time, or the service is ending; with 413 if the work takes longer than
            it may.
        """
        await self._take_place()
        unwanted = threading.Event()
        watch = asyncio.create_task(_note_disconnect(request, unwanted))
        began = time.monotonic()
        try:
            return await run_in_threadpool(
                self._pool.call, work, *arguments, seconds=seconds, gone=unwanted.is_set, ending=self._closing.is_set
            )
        except OutOfTime:
            self.check_open()
            detail = f"This took longer than {seconds:g} seconds, the most that it may, and was ended."
            raise Refused(413, detail) from None
        except Unwanted:
            raise Refused(400, "The client went away before the answer was there.") from None
        finally:
            unwanted.set()  # a task that is cancelled leaves its thread behind
            watch.cancel()
            self._places.release()
            self.seconds += time.monotonic() - began

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
            raise self._unavailable("As much work is running as may run at once; try again later.") from None

    def _unavailable(self, detail: str) -> Refused:
        return Refused(503, detail, headers={"Retry-After": str(max(1, math.ceil(self._wait)))})


async def _note_disconnect(request: Request, unwanted: threading.Event) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        continue
    unwanted.set()
