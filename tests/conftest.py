"""What holds for every test."""

import logging
import os
from collections.abc import Iterator

import pytest

from tests.processes import Started, workers

# Tests start hundreds of processes; whoever has told Python to keep no bytecode would have each compile everything anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture
def started() -> Started:
    """The processes that solve or analyse for this one since the test began: a service that tests share has its own."""
    before = workers()
    return lambda: workers() - before


@pytest.fixture(autouse=True)
def log_of_a_command() -> Iterator[None]:
    """A command that has this process write its log as lines of JSON does so for its own test alone."""
    yield
    for name in (None, "dbos"):
        logger = logging.getLogger(name)
        logger.handlers = [handler for handler in logger.handlers if type(handler).__module__ != "api.logs"]
    logging.getLogger("api").setLevel(logging.NOTSET)
