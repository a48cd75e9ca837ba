"""The application served by uvicorn on a socket, in a thread of this process."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import uvicorn

from api.access.secret import make
from api.app import Service, build
from api.http.solves import Solves
from api.settings import Settings
from api.store import keys, tenants
from api.store.clock import now
from api.store.database import Database
from api.store.scopes import SCOPES, Scope

ONE, OTHER = "one", "other"


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)

    def without_names(self) -> tuple[int, dict[str, str], dict[str, Any]]:
        """What it says, but for the name and time of the request."""
        headers = {name: value for name, value in self.headers.items() if name not in ("x-request-id", "date")}
        return self.status, headers, {**self.json(), "instance": ""}


class Running:
    """A service that answers."""

    def __init__(self, app: Service, port: int) -> None:
        self.app = app
        self.port = port
        self.database: Database = app.parts.database

    def ask(self, path: str, key: str | None = None, *, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if key is not None:
            sent["Authorization"] = f"Bearer {key}"
        try:
            connection.request(method, path, headers=sent)
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, told, response.read())
        finally:
            connection.close()

    def key(self, scope: Scope = "admin", tenant: str = ONE, *, seconds: float | None = None) -> str:
        """The text of a new key."""
        new = make()
        until = None if seconds is None else now() + int(seconds * 1000)
        scopes = SCOPES[: SCOPES.index(scope) + 1]
        with self.database.writing() as connection:
            keys.add(connection, tenant, key=new.id, name="test", hashed=new.hash, scopes=scopes, expires_at=until)
        return new.text

    def revoke(self, text: str, tenant: str = ONE) -> None:
        with self.database.writing() as connection:
            keys.revoke(connection, tenant, text.split("_")[1])


@contextmanager
def running(folder: Path, **settings: Any) -> Iterator[Running]:
    app = build(Settings(data=folder, **settings))
    # What is asked here takes no solver, and each would cost a second.
    with patch.object(Solves, "start"):
        yield from _running(app)


def _running(app: Service) -> Iterator[Running]:
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="on", ws="none")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            last = time.monotonic() + 60
            while not server.started:
                assert thread.is_alive()
                assert time.monotonic() < last
                time.sleep(0.01)
            service = Running(app, listener.getsockname()[1])
            with service.database.writing() as connection:
                for tenant in (ONE, OTHER):
                    tenants.create(connection, tenant, f"The {tenant}")
            yield service
        finally:
            server.should_exit = True
            thread.join(30)
