"""Token buckets: so many requests at once, so many a second after that."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

_MOST = 10_000


@dataclass
class _Bucket:
    tokens: float
    at: float


class Buckets:
    """A bucket for each name, full at first. Of one thread only.

    Parameters
    ----------
    rate
        Tokens a second that flow into a bucket; 0 means that there is always one.
    burst
        Tokens that a bucket holds.
    clock
        Seconds that never go back.
    """

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait(self, name: str) -> float:
        """Seconds until a bucket has a token; 0 if it has one now."""
        if self._rate == 0:
            return 0.0
        return max(0.0, (1.0 - self._filled(name).tokens) / self._rate)

    def take(self, name: str) -> None:
        """Take a token that is there."""
        if self._rate > 0:
            self._filled(name).tokens -= 1.0

    def give_back(self, name: str) -> None:
        """Put back a token that was taken."""
        if self._rate > 0:
            self._filled(name).tokens += 1.0

    def _filled(self, name: str) -> _Bucket:
        at = self._clock()
        bucket = self._buckets.setdefault(name, _Bucket(self._burst, at))
        bucket.tokens = min(float(self._burst), bucket.tokens + (at - bucket.at) * self._rate)
        bucket.at = at
        self._buckets.move_to_end(name)
        if len(self._buckets) > _MOST:
            # That which was asked for least lately is the likeliest to be full again, and so no loss.
            self._buckets.popitem(last=False)
        return bucket
