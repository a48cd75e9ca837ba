from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import Service, build
from api.settings import Settings
from tests.api.live import Server, serving


@pytest.fixture
def service() -> Service:
    return build(Settings(body_limit=100_000, time_limit=30))


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    with TestClient(service) as client:
        yield client


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with two places for solves, a moment's wait for them, and bodies of at most 1 MiB."""
    log: Path = tmp_path_factory.mktemp("server") / "log"
    with serving(log, "--wait", "0.2", "--body-limit", "1") as server:
        yield server
