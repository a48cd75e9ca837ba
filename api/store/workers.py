"""The workers that live, as far as their heartbeats tell."""

from sqlalchemy import ColumnElement, Connection, and_, cast, delete, func, insert, literal, select, update
from sqlalchemy.types import BigInteger

from api.store.clock import now
from api.store.tables import WORKERS

BEAT = 2.0
"""Seconds from one heartbeat to the next."""
DEAD = 15.0
"""Seconds without a heartbeat after which a worker counts as dead."""
_FORGOTTEN = 3600.0


def beat(connection: Connection, worker: str, host: str) -> None:
    """Say that a worker lives."""
    time = _now(connection)
    found = connection.execute(update(WORKERS).where(WORKERS.c.id == worker).values(seen_at=time))
    if not found.rowcount:
        connection.execute(insert(WORKERS).values(id=worker, host=host, started_at=time, seen_at=time))


def leave(connection: Connection, worker: str) -> None:
    """Say that a worker has ended, and that what it was about is for others."""
    connection.execute(delete(WORKERS).where(WORKERS.c.id == worker))


def living(connection: Connection, dead: float = DEAD) -> list[str]:
    """The workers that live, the oldest first."""
    near, time = int(dead * 1000), _now(connection)
    # One that is to beat only later has died before the clock was set back.
    fresh = and_(WORKERS.c.seen_at > time - near, WORKERS.c.seen_at < time + near)
    return list(
        connection.execute(select(WORKERS.c.id).where(fresh).order_by(WORKERS.c.started_at, WORKERS.c.id)).scalars()
    )


def forget_dead(connection: Connection) -> None:
    """Forget workers that have long been dead."""
    connection.execute(delete(WORKERS).where(WORKERS.c.seen_at < _now(connection) - int(_FORGOTTEN * 1000)))


def _now(connection: Connection) -> ColumnElement[int]:
    """The time by the clock that all workers share: that of the database where they are of several machines."""
    if connection.dialect.name == "sqlite":
        return literal(now(), BigInteger)
    return cast(func.extract("epoch", func.clock_timestamp()) * 1000, BigInteger)
