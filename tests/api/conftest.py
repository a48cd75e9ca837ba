from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import Service, build
from api.settings import Settings
from tests.api.live import Server, serving

HERE = "http://localhost"
"""Nobody is asked for a key, so only this machine is answered."""


def settings(data: Path) -> Settings:
    return Settings(body_limit=100_000, time_limit=30, small_seconds=30, data=data)


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """One of the test's own, which it may end."""
    return build(settings(tmp_path))


@pytest.fixture(scope="package")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """To ask one that many tests share: its processes take a second to start."""
    with TestClient(build(settings(tmp_path_factory.mktemp("service"))), HERE, client=("127.0.0.1", 50000)) as client:
        yield client


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with two places for solves, a moment's wait for them, bodies of at most 1 MiB, and nobody who does runs."""
    log: Path = tmp_path_factory.mktemp("server") / "log"
    with serving(log, "--wait", "0.2", "--body-limit", "1", "--workers", "0") as server:
        yield server
