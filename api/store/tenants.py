"""The tenants: those whose cases and runs are kept apart from each other's."""

import uuid
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from api.store.clock import now
from api.store.tables import TENANTS

LOCAL = "local"
"""Id of the tenant that everybody is where nobody is asked for a key."""

QUEUED_LIMIT = 1000
"""Runs of a new tenant that may wait or go at once."""


@dataclass(frozen=True)
class Tenant:
    """One of them."""

    id: str
    name: str
    created_at: int
    queued_limit: int


def create(connection: Connection, tenant: str | None, name: str, *, queued_limit: int = QUEUED_LIMIT) -> Tenant:
    """Add a tenant, with an id that is made up if none is given."""
    made = Tenant(tenant or uuid.uuid4().hex, name, now(), queued_limit)
    connection.execute(insert(TENANTS).values(**vars(made)))
    return made


def find(connection: Connection, tenant: str) -> Tenant | None:
    """The tenant with an id, or None."""
    row = connection.execute(select(TENANTS).where(TENANTS.c.id == tenant)).first()
    return Tenant(**row._mapping) if row else None


def named(connection: Connection, name: str) -> Tenant | None:
    """The tenant with a name, or None."""
    row = connection.execute(select(TENANTS).where(TENANTS.c.name == name)).first()
    return Tenant(**row._mapping) if row else None


def everyone(connection: Connection) -> list[Tenant]:
    """All tenants, the oldest first."""
    ordered = select(TENANTS).order_by(TENANTS.c.created_at, TENANTS.c.id)
    return [Tenant(**row._mapping) for row in connection.execute(ordered)]


def ensure_local(connection: Connection) -> Tenant:
    """The tenant that everybody is where nobody is asked for a key, made if it is not there."""
    return find(connection, LOCAL) or create(connection, LOCAL, LOCAL)
