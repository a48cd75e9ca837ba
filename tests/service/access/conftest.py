import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.store.database import Database
from api.store.migrate import migrate
from tests.service.access.running import Running, running
from tests.service.jobs.place import drop_database, new_database, sqlite

POSTGRES = "SELECTOR_TEST_POSTGRES"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with nothing in it, of each kind."""
    server = os.environ.get(POSTGRES, "")
    if request.param == "postgresql" and not server:
        pytest.skip(f"{POSTGRES} names no PostgreSQL server")
    url = new_database(server) if request.param == "postgresql" else sqlite(tmp_path)
    database = Database(url)
    try:
        yield database
    finally:
        database.close()
        if request.param == "postgresql":
            drop_database(server, url)


@pytest.fixture
def prepared(empty: Database) -> Database:
    """A database that the service could start on."""
    migrate(empty)
    return empty


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Running]:
    """A service on a socket, with two tenants and no key."""
    with running(tmp_path) as service:
        yield service
