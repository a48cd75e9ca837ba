"""How many clients of a tenant may be told of events at once: each of them is work for as long as it listens."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from api.http.problem import Refused

_MOST = 50


class Streams:
    """The streams of a process. Of its event loop only."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()

    def check(self, tenant: str) -> None:
        """Do nothing, unless a tenant has as many as it may.

        Raises
        ------
        Refused
            with 429 if it has.
        """
        if self._open[tenant] >= _MOST:
            detail = f"As many clients as may at once, which is {_MOST}, are told of events."
            raise Refused(429, detail, headers={"Retry-After": "5"})

    @contextmanager
    def open(self, tenant: str) -> Iterator[None]:
        """A stream, for as long as the context lasts."""
        self._open[tenant] += 1
        try:
            yield
        finally:
            self._open[tenant] -= 1
            if not self._open[tenant]:
                del self._open[tenant]
