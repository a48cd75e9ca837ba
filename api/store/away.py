"""A database that is not there at the moment, or cannot be used."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from models import SelectorError

AWAY = (OperationalError, InterfaceError)
"""What tells of it: it cannot be reached, has cut the connection, or is too busy."""


def is_away(error: DBAPIError) -> bool:
    """Whether the database was not there, rather than that it has refused what it was told."""
    return isinstance(error, AWAY) or error.connection_invalidated


class DatabaseUnusable(SelectorError):
    """The database is not there, is none, or refuses; the message says why."""


@contextmanager
def said_plainly() -> Iterator[None]:
    """For commands: what the database says, in place of where in the code it was asked.

    Raises
    ------
    DatabaseUnusable
        if it fails.
    """
    try:
        yield
    except DBAPIError as error:
        said = " ".join(str(error.orig).split())
        raise DatabaseUnusable(f"the database cannot be used: {said}") from error
