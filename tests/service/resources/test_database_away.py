"""A service whose database goes away and comes back."""

import os
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import create_engine

from tests.api.cases import smallest
from tests.service.jobs.place import drop_database, new_database
from tests.service.resources.house import House, eventually, house

POSTGRES = "SELECTOR_TEST_POSTGRES"
pytestmark = pytest.mark.skipif(not os.environ.get(POSTGRES), reason=f"{POSTGRES} names no PostgreSQL server")


@pytest.fixture
def away(tmp_path: Path) -> Iterator[House]:
    server = os.environ[POSTGRES]
    url = new_database(server)
    try:
        with house(tmp_path, workers=0, database=url) as found:
            yield found
            found.database.engine.dispose()
    finally:
        drop_database(server, url)


def let_in(service: House, allowed: bool) -> None:
    """Have the server take connections to the service's database, or cut all that there are and take none."""
    name = service.database.url.rpartition("/")[2]
    engine = create_engine(
        os.environ[POSTGRES].replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {str(allowed).lower()}")
        if not allowed:
            connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,)
            )
    engine.dispose()


def test_it_says_so_and_goes_on_once_it_is_back(away: House) -> None:
    with away.wire("somebody") as wire:
        case = wire.post("/v1/cases", content=smallest(), headers={"Content-Type": "application/json"}).json()["id"]
        assert wire.get("/readyz").status_code == 200
        let_in(away, False)
        asked: list[tuple[str, str, dict[str, str] | None]] = [
            ("GET", "/readyz", None),
            ("GET", f"/v1/cases/{case}", None),
            ("GET", "/v1/runs", None),
            ("POST", "/v1/runs", {"kind": "market", "case": case}),
        ]
        for method, path, body in asked:
            _is_refused(wire.request(method, path, json=body), away)
        assert wire.get("/livez").status_code == 200
        let_in(away, True)
        eventually(lambda: wire.get("/readyz").status_code == 200)
        assert wire.get(f"/v1/cases/{case}").status_code == 200
        assert wire.get("/v1/runs").json()["items"] == []
        assert wire.post("/v1/runs", json={"kind": "market", "case": case}).status_code == 202


def _is_refused(answer: httpx2.Response, service: House) -> None:
    assert answer.status_code == 503, answer.text
    assert answer.headers["Retry-After"] == "5"
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"] == "The database cannot be reached at the moment; try again later."
    assert service.database.url.rpartition("/")[2] not in answer.text
