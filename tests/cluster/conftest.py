"""A cluster for all tests here, and workers that tests may kill."""

from collections.abc import Iterator

import pytest

from selector import Cluster
from tests.cluster.machines import Machines, eventually, machines


@pytest.fixture(scope="package")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler and two workers."""
    with machines(tmp_path_factory.mktemp("cluster"), workers=2) as found:
        yield found


@pytest.fixture
def cluster(running: Machines) -> Iterator[Cluster]:
    """The same as an executor, of which two calls are made at once whatever became of it before."""
    running.workers[:] = [each for each in running.workers if each.poll() is None]
    while len(running.workers) < 2:
        running.worker()
    with Cluster(running.address) as found:
        eventually(lambda: found.places == 2, "two workers to join")
        yield found
