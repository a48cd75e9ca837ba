"""Keys under which requests were accepted, so that one that is sent again is not accepted again."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from api.store.clock import now
from api.store.tables import IDEMPOTENCY

KEPT = 24 * 60 * 60 * 1000
"""Milliseconds that a key is remembered for."""


@dataclass(frozen=True)
class Accepted:
    """What was accepted under a key."""

    fingerprint: str
    """Of the request."""
    run_id: str


def accepted_under(connection: Connection, tenant: str, key: str) -> Accepted | None:
    """What was accepted under a key within the last day; None where nothing was."""
    row = connection.execute(
        select(IDEMPOTENCY.c.fingerprint, IDEMPOTENCY.c.run_id).where(
            IDEMPOTENCY.c.tenant_id == tenant, IDEMPOTENCY.c.key == key, IDEMPOTENCY.c.created_at > now() - KEPT
        )
    ).one_or_none()
    return None if row is None else Accepted(row.fingerprint, row.run_id)


def remember(connection: Connection, tenant: str, key: str, accepted: Accepted) -> None:
    """Remember what was accepted under a key, and forget keys that are older than a day.

    Raises
    ------
    sqlalchemy.exc.IntegrityError
        if another request was accepted under the key meanwhile.
    """
    connection.execute(
        delete(IDEMPOTENCY).where(IDEMPOTENCY.c.tenant_id == tenant, IDEMPOTENCY.c.created_at <= now() - KEPT)
    )
    connection.execute(
        insert(IDEMPOTENCY).values(
            tenant_id=tenant, key=key, fingerprint=accepted.fingerprint, run_id=accepted.run_id, created_at=now()
        )
    )
