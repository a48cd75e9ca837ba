import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.service.jobs.place import Place, drop_database, new_database, sqlite

POSTGRES = "SELECTOR_TEST_POSTGRES"


@contextmanager
def _place(kind: str, folder: Path) -> Iterator[Place]:
    server = os.environ.get(POSTGRES, "")
    if kind == "postgresql" and not server:
        pytest.skip(f"{POSTGRES} names no PostgreSQL server")
    url = new_database(server) if kind == "postgresql" else sqlite(folder)
    place = Place(url)
    try:
        yield place
    finally:
        place.close()
        if kind == "postgresql":
            drop_database(server, url)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """A place for runs, without workers yet, on each kind of database."""
    with _place(request.param, tmp_path) as place:
        yield place


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def working(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """One with a worker, which tests share that leave it as it is."""
    with _place(request.param, tmp_path_factory.mktemp("working")) as place:
        place.start(1, private_webhooks=True)
        yield place
