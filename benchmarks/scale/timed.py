"""An executor that notes how long each piece of work took, there and back."""

import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

from selector import Cluster

T = TypeVar("T")


class Timed(Executor):
    """A cluster, of which is noted what each call took. Calls are as many at once as it has places, and so none waits."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self.taken: list[tuple[float, float]] = []
        """When each call was sent, and when it was back, in seconds."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """As of the cluster."""
        began = time.perf_counter()
        future = self._cluster.submit(fn, *args, **kwargs)
        future.add_done_callback(lambda _: self.taken.append((began, time.perf_counter())))
        return future
