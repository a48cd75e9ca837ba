"""What is counted, for Prometheus to fetch."""

from collections.abc import Callable, Iterable

from prometheus_client import (
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.metrics_core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from api.run_metrics import RunMetrics
from api.store.database import Database

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Metrics:
    """The counters of an application. Each has its own; runs are counted in the database, whoever has worked on them.

    Parameters
    ----------
    database
        Where the runs are; None if there are none.
    solving
        Seconds that this process's solvers have worked so far, for questions that are answered at once.
    """

    def __init__(self, database: Database | None, solving: Callable[[], float]) -> None:
        self._registry = CollectorRegistry()
        for kind in (ProcessCollector, PlatformCollector, GCCollector):
            kind(registry=self._registry)
        self._requests = Counter(
            "selector_http_requests",
            "Requests answered, by the route's template.",
            ("route", "method", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "selector_http_request_seconds",
            "Seconds from a request to the end of its answer.",
            ("route", "method"),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._registry.register(_AtOnce(solving))
        if database is not None:
            self._registry.register(RunMetrics(database))

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count a request."""
        known = method if method in _METHODS else "other"  # a client can make up any number of them
        self._requests.labels(route, known, str(status)).inc()
        self._seconds.labels(route, known).observe(seconds)

    def text(self) -> bytes:
        """All of it, in Prometheus's text format."""
        return generate_latest(self._registry)


class _AtOnce(Collector):
    def __init__(self, solving: Callable[[], float]) -> None:
        self._solving = solving

    def collect(self) -> Iterable[Metric]:
        """The seconds so far."""
        yield CounterMetricFamily(
            "selector_at_once_seconds", "Seconds of work on questions answered at once.", value=self._solving()
        )
