"""A database that is not there at the moment."""

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

AWAY = (OperationalError, InterfaceError)
"""What tells of it: it cannot be reached, has cut the connection, or is too busy."""


def is_away(error: DBAPIError) -> bool:
    """Whether the database was not there, rather than that it has refused what it was told."""
    return isinstance(error, AWAY) or error.connection_invalidated
