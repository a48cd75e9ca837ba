import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.service.jobs.place import Place, drop_database, new_database, sqlite

POSTGRES = "SELECTOR_TEST_POSTGRES"


@pytest.fixture(scope="session")
def template() -> Iterator[str]:
    """A PostgreSQL database that is as a place has it at first: to copy it takes less than to make it."""
    server = os.environ.get(POSTGRES, "")
    if not server:
        pytest.skip(f"{POSTGRES} names no PostgreSQL server")
    url = new_database(server)
    Place(url).close()
    yield url
    drop_database(server, url)


@contextmanager
def _place(request: pytest.FixtureRequest, folder: Path) -> Iterator[Place]:
    like: str | None = request.getfixturevalue("template") if request.param == "postgresql" else None
    server = os.environ.get(POSTGRES, "")
    place = Place(new_database(server, like) if like else sqlite(folder))
    try:
        yield place
    finally:
        place.close()
        if like:
            drop_database(server, place.url)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """A place for runs, without workers yet, on each kind of database."""
    with _place(request, tmp_path) as place:
        yield place


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def working(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """One with a worker, which tests share that leave it as it is."""
    with _place(request, tmp_path_factory.mktemp("working")) as place:
        place.start(1, private_webhooks=True)
        yield place
