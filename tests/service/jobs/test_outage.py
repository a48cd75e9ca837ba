"""A database that goes away and comes back while runs go."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import DataError, OperationalError

from api.jobs.persistent import Ending, persistently
from tests.api.live import needs_processes, running
from tests.service.jobs.place import KNOT, MARKET, SMALLEST, Place, eventually, solvers

pytestmark = needs_processes


def is_postgresql(place: Place) -> bool:
    return place.database.engine.dialect.name == "postgresql"


@contextmanager
def administrator(place: Place) -> Iterator[tuple[object, str]]:
    """A connection to another database of the same server, and the name of the place's own."""
    server, _, name = place.url.rpartition("/")
    engine = create_engine(
        f"{server}/postgres".replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        yield connection.exec_driver_sql, name
    engine.dispose()


@contextmanager
def locked(place: Place) -> Iterator[None]:
    """With SQLite: somebody writes, and takes their time over it."""
    file = place.database.engine.url.database
    assert file is not None
    with closing(sqlite3.connect(file, timeout=30, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def cut(place: Place) -> int:
    """End every connection to the place's database: how many there were."""
    with administrator(place) as (execute, name):
        found = execute(  # type: ignore[operator]
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = %s", (name,)
        )
        count: int = found.scalar_one()
    return count


def test_runs_go_on_after_every_connection_was_cut(place: Place) -> None:
    if not is_postgresql(place):
        pytest.skip("SQLite has no connections that could be cut")
    supervisor = place.start(1)
    place.ended(place.accept())
    workers = supervisor.pids
    goes = place.accept(KNOT, time_limit=4)
    runs = [place.accept(MARKET) for _ in range(4)]
    eventually(lambda: place.run(goes).progress)
    for _ in range(4):
        assert cut(place) > 1
        time.sleep(0.5)
    place.database.engine.dispose()
    for run in (goes, *runs):
        ended = place.ended(run)
        assert (ended.status, ended.attempt) == ("finished", 1)
    assert supervisor.pids == workers


def test_runs_go_on_after_a_server_was_away(place: Place) -> None:
    if not is_postgresql(place):
        pytest.skip("SQLite has no server")
    supervisor = place.start(1)
    place.ended(place.accept())
    workers = supervisor.pids
    # It ends while its database is away, and what came of it is kept until that is back.
    goes = place.accept(KNOT, time_limit=2)
    eventually(lambda: place.run(goes).progress)
    with administrator(place) as (execute, name):
        execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")  # type: ignore[operator]
        cut(place)
        try:
            time.sleep(4)
        finally:
            execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")  # type: ignore[operator]
    place.database.engine.dispose()
    ended = place.ended(goes)
    assert (ended.status, ended.attempt) == ("finished", 1)
    assert place.ended(place.accept()).status == "finished"
    assert supervisor.pids == workers


@pytest.mark.parametrize("seconds", [3, pytest.param(40, marks=pytest.mark.deep)])
def test_runs_go_on_after_somebody_held_the_one_lock(place: Place, seconds: float) -> None:
    if is_postgresql(place):
        pytest.skip("PostgreSQL has no such lock")
    supervisor = place.start(1, dead=300)
    place.ended(place.accept())
    workers = supervisor.pids
    goes = place.accept(KNOT, time_limit=2)
    waits = [place.accept(SMALLEST) for _ in range(3)]
    eventually(lambda: place.run(goes).progress)
    with locked(place):
        time.sleep(seconds)
    for run in (goes, *waits):
        ended = place.ended(run)
        assert (ended.status, ended.attempt) == ("finished", 1)
    assert supervisor.pids == workers


def test_a_worker_ends_in_good_time_without_its_database(place: Place) -> None:
    if not is_postgresql(place):
        pytest.skip("SQLite has no server")
    supervisor = place.start(1)
    run = place.accept(KNOT)
    eventually(lambda: place.run(run).progress)
    (worker,) = supervisor.pids
    family = {worker, *solvers(worker)}
    with administrator(place) as (execute, name):
        execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")  # type: ignore[operator]
        cut(place)
        try:
            began = time.monotonic()
            supervisor.close()
            assert time.monotonic() - began < 12
            assert not any(map(running, family))
        finally:
            execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")  # type: ignore[operator]
    place.database.engine.dispose()
    place.cancel(run)
    place.start(1, dead=1)
    assert place.ended(run).status == "cancelled"


def test_what_a_database_refuses_is_not_tried_again() -> None:
    tried = []

    def refused() -> None:
        tried.append(1)
        raise DataError("INSERT", {}, ValueError("too long"))

    with pytest.raises(DataError):
        persistently(refused, threading.Event())
    assert len(tried) == 1


def test_what_is_to_end_is_not_tried_again() -> None:
    ending = threading.Event()

    def away() -> None:
        ending.set()
        raise OperationalError("SELECT", {}, ConnectionError("refused"))

    with pytest.raises(Ending):
        persistently(away, ending)
