"""Figures of the runs, from the database at the moment that they are asked for."""

from collections import defaultdict
from collections.abc import Iterable

from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from api.store.database import Database
from api.store.run_figures import run_figures


class RunMetrics(Collector):
    """How many runs there are by kind and status, how many wait, and how long solvers have worked on them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def describe(self) -> Iterable[Metric]:
        """The names, for which the database need not be asked."""
        yield from _families()

    def collect(self) -> Iterable[Metric]:
        """The figures."""
        runs, queue, seconds = _families()
        waiting, worked = 0, defaultdict[str, float](float)
        with self._database.reading() as connection:
            for figure in run_figures(connection):
                runs.add_metric((figure.kind, figure.status), figure.count)
                worked[figure.kind] += figure.milliseconds / 1000
                if figure.status == "queued":
                    waiting += figure.count
        queue.add_metric((), waiting)
        for kind, total in worked.items():
            seconds.add_metric((kind,), total)
        yield from (runs, queue, seconds)


def _families() -> tuple[GaugeMetricFamily, GaugeMetricFamily, CounterMetricFamily]:
    return (
        GaugeMetricFamily("selector_runs", "Runs that are kept.", labels=("kind", "status")),
        GaugeMetricFamily("selector_queue_length", "Runs that wait for a worker.", labels=()),
        CounterMetricFamily("selector_solver_seconds", "Seconds worked on runs that have ended.", labels=("kind",)),
    )
