"""What the routes stand on."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

from dbos import DBOSClient

from api.http.solves import Solves
from api.jobs import durable
from api.settings import Settings
from api.store.database import Database
from api.store.engine import sqlite_url
from api.store.migrate import migrate


@dataclass(frozen=True)
class Parts:
    """The settings, the database, and the processes for work that is done while a client waits."""

    settings: Settings
    database: Database
    solves: Solves
    """Where questions are answered at once."""
    reads: Solves
    """Where what was sent is read."""
    owns_database: bool

    @classmethod
    def of(cls, settings: Settings, database: Database | None) -> Self:
        """Those of settings, on a database that is somebody else's to close, or on one of their own."""
        return cls(
            settings,
            database or Database(settings.database or sqlite_url(settings.data)),
            Solves(settings.solves, settings.wait, settings.memory),
            Solves(settings.reads, settings.wait, settings.memory),
            database is None,
        )

    @cached_property
    def client(self) -> DBOSClient:
        """By which runs are queued."""
        return durable.client(self.database)

    def open(self) -> None:
        """Bring the database up to date, and have the processes ready."""
        migrate(self.database)
        durable.prepare(self.database)
        # It connects as it is made: in the midst of a transaction it would wait for that.
        _ = self.client
        self.solves.start()
        self.reads.start()

    def close(self) -> None:
        """End the work that goes on, each piece with the best it has found, and all that was opened."""
        for each in (self.solves, self.reads):
            each.close()
        for each in (self.solves, self.reads):
            each.end()
        if "client" in vars(self):
            self.client.destroy()
        if self.owns_database:
            self.database.close()
