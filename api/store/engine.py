"""The database opened: SQLite in the data directory, or PostgreSQL."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from api.store.away import DatabaseUnusable

_DRIVERS = ("sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg")

_BUSY_MILLISECONDS = 30_000
_POOL = 10
_SECONDS_TO_CONNECT = 10


def sqlite_url(data: Path) -> str:
    """That of the database in a data directory."""
    return f"sqlite:///{(data / 'selector.db').absolute()}"


def open_database(url: str) -> Engine:
    """An engine for a database; nothing is connected to yet.

    Raises
    ------
    DatabaseUnusable
        if this is the URL of no database that the service can use. It is not repeated: it may hold a password.
    """
    try:
        known = make_url(url).drivername in _DRIVERS
    except (ArgumentError, ValueError):  # the latter of its port
        known = False
    if not known:
        raise DatabaseUnusable("a database is named by a URL of the form postgresql://USER@HOST/NAME")
    if url.startswith("sqlite"):
        engine = create_engine(url, connect_args={"timeout": _BUSY_MILLISECONDS / 1000})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    return create_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1),
        pool_size=_POOL,
        max_overflow=_POOL,
        pool_pre_ping=True,
        isolation_level="READ COMMITTED",  # whoever has waited for a lock sees what the one before has written
        connect_args={"connect_timeout": _SECONDS_TO_CONNECT},
    )


def _prepare(connection: Any, _: object) -> None:
    # The driver's own transactions begin too late: a read that is followed by a write may find that another has written.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={_BUSY_MILLISECONDS}",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
