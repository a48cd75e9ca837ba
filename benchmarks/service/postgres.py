"""Databases of a PostgreSQL server that are there for a while."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.errors import InputInvalid


@contextmanager
def new_database(server: str) -> Iterator[str]:
    """The URL of a new database, which is gone after the context.

    Parameters
    ----------
    server
        URL of another database of the server, such as ``postgresql://user@127.0.0.1/postgres``.
    """
    name = f"benchmark_{uuid.uuid4().hex[:12]}"
    _at(server, f"CREATE DATABASE {name}")
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        _at(server, f"DROP DATABASE {name} WITH (FORCE)")


def _at(server: str, statement: str) -> None:
    import psycopg  # only where it is asked for: it comes with the service

    try:
        with psycopg.connect(server, autocommit=True, connect_timeout=10) as connection:
            connection.execute(statement)
    except psycopg.Error as error:
        raise InputInvalid(f"the PostgreSQL server cannot be used: {str(error).strip()}") from None
