"""What holds for every test."""

import os

import pytest

from tests.processes import Started, workers

# Tests start hundreds of processes; whoever has told Python to keep no bytecode would have each compile everything anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture
def started() -> Started:
    """The processes that solve or analyse for this one since the test began: a service that tests share has its own."""
    before = workers()
    return lambda: workers() - before
