"""The API keys, of which only a hash is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Row, insert, select, update

from api.store.clock import now
from api.store.scopes import SCOPES, Scope
from api.store.tables import KEYS


@dataclass(frozen=True)
class Key:
    """A key as it is kept."""

    id: str
    tenant_id: str
    name: str
    hash: str
    scopes: frozenset[Scope]
    created_at: int
    expires_at: int | None
    revoked_at: int | None

    def is_valid(self, at: int) -> bool:
        """Whether it opens anything at a time."""
        return self.revoked_at is None and (self.expires_at is None or at < self.expires_at)


def add(
    connection: Connection,
    tenant: str,
    *,
    key: str,
    name: str,
    hashed: str,
    scopes: Iterable[Scope],
    expires_at: int | None,
) -> Key:
    """Keep a key."""
    made = Key(key, tenant, name, hashed, frozenset(scopes), now(), expires_at, None)
    held = " ".join(scope for scope in SCOPES if scope in made.scopes)
    connection.execute(insert(KEYS).values(**(vars(made) | {"scopes": held})))
    return made


def find(connection: Connection, key: str) -> Key | None:
    """The key with an id, or None. Whoever sends a key does not say whose it is, so this one asks for no tenant."""
    row = connection.execute(select(KEYS).where(KEYS.c.id == key)).first()
    return _key(row) if row else None


def of_tenant(connection: Connection, tenant: str) -> list[Key]:
    """All keys of a tenant, the oldest first."""
    rows = connection.execute(select(KEYS).where(KEYS.c.tenant_id == tenant).order_by(KEYS.c.created_at, KEYS.c.id))
    return [_key(row) for row in rows]


def any_at_all(connection: Connection) -> bool:
    """Whether there is, or ever was, a key.

    Those that are revoked or expired count: the service does not fall open when its last key ends.
    """
    return connection.execute(select(KEYS.c.id).limit(1)).first() is not None


def revoke(connection: Connection, tenant: str, key: str) -> None:
    """End a key now, for good."""
    own = (KEYS.c.tenant_id == tenant) & (KEYS.c.id == key) & KEYS.c.revoked_at.is_(None)
    connection.execute(update(KEYS).where(own).values(revoked_at=now()))


def expire(connection: Connection, tenant: str, key: str, at: int) -> None:
    """Have a key end at a time, unless it ends before."""
    own = (KEYS.c.tenant_id == tenant) & (KEYS.c.id == key)
    later = KEYS.c.expires_at.is_(None) | (KEYS.c.expires_at > at)
    connection.execute(update(KEYS).where(own & later).values(expires_at=at))


def _key(row: Row[tuple[object, ...]]) -> Key:
    values = dict(row._mapping)
    held = values.pop("scopes").split()
    return Key(**values, scopes=frozenset(scope for scope in SCOPES if scope in held))
