"""A database with cases in it, and real workers."""

import json
import os
import signal
import sqlite3
import time
import uuid
import zlib
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from dbos import DBOSClient
from sqlalchemy import create_engine, text

from api.jobs import durable
from api.jobs.accept import Webhook, accept
from api.jobs.cancel import cancel
from api.jobs.kinds import KINDS
from api.jobs.supervisor import Supervisor
from api.jobs.worker_settings import WorkerSettings
from api.store import tenants
from api.store.cases import add_case
from api.store.database import Database
from api.store.migrate import migrate
from api.store.runs import Run, run_result, run_row
from tests.api.cases import knot, market, smallest
from tests.api.live import parents, running

PATIENCE = 90.0
LOCAL, OTHER = "local", "other"
SMALLEST, MARKET, KNOT = "smallest", "market", "knot"
"""Cases: one that is done at once, one that takes a moment, and one that nobody settles soon."""


class Place:
    """What the service has around its runs, with two tenants."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.database = Database(url)
        migrate(self.database)
        durable.prepare(self.database)
        self.queue: DBOSClient = durable.client(self.database)
        self._supervisors: list[Supervisor] = []
        with self.database.reading() as connection:
            found = tenants.find(connection, OTHER)
        if found is None:
            self._fill()

    def _fill(self) -> None:
        with self.database.writing() as connection:
            tenants.ensure_local(connection)
            tenants.create(connection, OTHER, OTHER, queued_limit=5)
        for tenant in (LOCAL, OTHER):
            for name, content in ((SMALLEST, smallest()), (MARKET, market()), (KNOT, knot())):
                self.add(name, zlib.compress(content), tenant)

    def add(self, name: str, content: bytes, tenant: str = LOCAL) -> None:
        with self.database.writing() as connection:
            add_case(connection, tenant, case_id=name, name=name, lots=1, bids=1, content=content)

    def start(self, workers: int, **settings: Any) -> Supervisor:
        supervisor = Supervisor(self.database, WorkerSettings(database=self.url, **settings), workers)
        self._supervisors.append(supervisor)
        supervisor.start()
        return supervisor

    @property
    def pids(self) -> list[int]:
        return [pid for supervisor in self._supervisors for pid in supervisor.pids]

    def accept(
        self,
        case: str = SMALLEST,
        kind: str = "evaluate",
        tenant: str = LOCAL,
        webhook: Webhook | None = None,
        **asked: Any,
    ) -> str:
        what = KINDS[kind].asked.model_validate(asked)
        with self.database.writing() as connection:
            return accept(connection, self.queue, tenant, kind, case, what, webhook)

    def cancel(self, run_id: str, tenant: str = LOCAL) -> Run | None:
        return cancel(self.database, self.queue, tenant, run_id, LOCAL)

    def run(self, run_id: str, tenant: str = LOCAL) -> Run:
        with self.database.reading() as connection:
            run = run_row(connection, tenant, run_id)
        assert run is not None
        return run

    def result(self, run_id: str, tenant: str = LOCAL) -> dict[str, Any]:
        with self.database.reading() as connection:
            found = run_result(connection, tenant, run_id)
        assert found is not None
        read: dict[str, Any] = json.loads(found)
        return read

    def ended(self, run_id: str, tenant: str = LOCAL) -> Run:
        eventually(lambda: self.run(run_id, tenant).ended)
        return self.run(run_id, tenant)

    def goes(self, run_id: str) -> None:
        eventually(lambda: self.run(run_id).status == "running")

    def shows_progress(self, run_id: str, attempt: int = 1) -> None:
        eventually(lambda: self.run(run_id).attempt == attempt and self.run(run_id).progress)

    def column(self, query: str, **values: Any) -> list[Any]:
        with self.database.reading() as connection:
            return list(connection.execute(text(query), values).scalars())

    def execute(self, *statements: str) -> None:
        with self.database.writing() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)

    def close(self) -> None:
        for supervisor in self._supervisors:
            supervisor.close()
        self.queue.destroy()
        self.database.close()


def sqlite(folder: Path) -> str:
    return f"sqlite:///{folder / 'selector.db'}"


def new_database(server: str, like: str | None = None) -> str:
    """The URL of a new database of a PostgreSQL server, which the URL of another of its databases names.

    It has nothing in it, or all that another one has, which nobody is connected to.
    """
    name = f"jobs_{uuid.uuid4().hex[:12]}"
    _at(server, f"CREATE DATABASE {name}" + (f" TEMPLATE {like.rpartition('/')[2]}" if like else ""))
    return f"{server.rpartition('/')[0]}/{name}"


def drop_database(server: str, url: str) -> None:
    _at(server, f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")


def _at(server: str, statement: str) -> None:
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def solvers(worker: int) -> list[int]:
    """The processes that a worker has started."""
    return [pid for pid, parent in parents().items() if parent == worker]


def gone(pids: Iterable[int], patience: float) -> None:
    """Wait until none of some processes is there."""
    eventually(lambda: not any(map(running, pids)), patience)


def kill(pid: int, number: signal.Signals = signal.SIGKILL) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def freeze(place: Place, pid: int) -> None:
    """Stop a process, at a moment when it does not hold the one lock that SQLite has for all that write."""
    path = place.database.engine.url.database if place.database.engine.dialect.name == "sqlite" else None
    while True:
        kill(pid, signal.SIGSTOP)
        if path is None:
            return
        with closing(sqlite3.connect(path, timeout=0.1, isolation_level=None)) as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                kill(pid, signal.SIGCONT)
                time.sleep(0.05)
            else:
                return


def eventually(condition: Callable[[], Any], patience: float = PATIENCE) -> None:
    last = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < last, "it did not happen"
        time.sleep(0.02)
