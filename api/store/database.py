"""The database, as the rest of the service uses it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from api.store.engine import open_database


class Database:
    """Transactions on SQLite or PostgreSQL. Made once for a process; safe to use from any thread."""

    def __init__(self, url: str) -> None:
        """For a URL such as ``sqlite:////var/lib/selector/selector.db`` or ``postgresql://user@host/name``."""
        self.url = url
        self.engine = open_database(url)
        self._writing = self.engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that writes nothing."""
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write; with SQLite one at a time."""
        with self._writing.begin() as connection:
            yield connection

    def close(self) -> None:
        """End all connections."""
        self.engine.dispose()
