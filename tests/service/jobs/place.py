"""A database with cases in it, and real workers."""

import json
import os
import signal
import time
import uuid
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from dbos import DBOSClient
from sqlalchemy import create_engine, text

from api.jobs import durable
from api.jobs.accept import Webhook, accept, cancel
from api.jobs.kinds import KINDS
from api.jobs.supervisor import Supervisor
from api.jobs.worker_settings import WorkerSettings
from api.store import tenants
from api.store.cases import add_case
from api.store.database import Database
from api.store.migrate import migrate
from api.store.runs import Run, run_result, run_row
from tests.api.cases import knot, market, smallest
from tests.api.live import parents

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
        return accept(self.database, self.queue, tenant, kind, case, what, webhook)

    def cancel(self, run_id: str, tenant: str = LOCAL) -> Run | None:
        return cancel(self.database, self.queue, tenant, run_id)

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


def new_database(server: str) -> str:
    """The URL of a new database of a PostgreSQL server, which the URL of another of its databases names."""
    name = f"jobs_{uuid.uuid4().hex[:12]}"
    _at(server, f"CREATE DATABASE {name}")
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


def kill(pid: int, number: signal.Signals = signal.SIGKILL) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def eventually(condition: Callable[[], Any], patience: float = PATIENCE) -> None:
    last = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < last, "it did not happen"
        time.sleep(0.02)
