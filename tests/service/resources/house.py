"""A real service over sockets: uvicorn, SQLite, a worker, and keys of two tenants."""

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

from api.access import secret
from api.app import Service, build
from api.jobs.supervisor import Supervisor
from api.jobs.worker_settings import WorkerSettings
from api.listening import listen, url
from api.server import Server
from api.settings import Settings
from api.store import keys, tenants
from api.store.scopes import SCOPES, Scope
from selector.client import Client, RunTold

PATIENCE = 60.0


class House:
    """A service that answers at a URL."""

    def __init__(self, app: Service, at: str) -> None:
        self.app = app
        self.url = at
        self.database = app.parts.database

    def key(self, tenant: str, scopes: Iterable[Scope] = SCOPES) -> str:
        """A new key of a tenant, which is made if it is not there."""
        new = secret.make()
        with self.database.writing() as connection:
            if tenants.find(connection, tenant) is None:
                tenants.create(connection, tenant, tenant)
            keys.add(connection, tenant, key=new.id, name="a key", hashed=new.hash, scopes=scopes, expires_at=None)
        return new.text

    def client(self, tenant: str) -> Client:
        """A client with all scopes."""
        return Client(self.url, self.key(tenant), timeout=PATIENCE)

    def wire(self, tenant: str, scopes: Iterable[Scope] = SCOPES) -> httpx2.Client:
        """Below the client."""
        headers = {"Authorization": f"Bearer {self.key(tenant, scopes)}"}
        return httpx2.Client(base_url=self.url, headers=headers, timeout=PATIENCE, trust_env=False)


@contextmanager
def house(data: Path, workers: int = 1, **settings: Any) -> Iterator[House]:
    """A service for as long as the context lasts."""
    given: dict[str, Any] = {"time_limit": 600, "rate": 0, "tenant_rate": 0, "private_webhooks": True} | settings
    app = build(Settings(data=data, **given))
    with listen("127.0.0.1", 0) as listener:
        server = Server(app, lambda: False)
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            eventually(lambda: server.started)
            worker = WorkerSettings(database=app.parts.database.url, time_limit=600)
            supervisor = Supervisor(app.parts.database, worker, workers)
            supervisor.start()
            try:
                yield House(app, url(listener))
            finally:
                supervisor.close()
        finally:
            server.should_exit = True
            thread.join()


def eventually(condition: Any) -> None:
    """Wait until a condition holds."""
    last = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < last, "it did not happen"
        time.sleep(0.05)


def started(client: Client, run_id: str) -> RunTold:
    """A run, once it goes."""
    eventually(lambda: client.run(run_id).status != "queued")
    return client.run(run_id)
