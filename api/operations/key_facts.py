"""What is said of a key: never its secret."""

from api.operations.listing import when
from api.store.clock import now
from api.store.keys import Key
from api.store.scopes import SCOPES

Facts = dict[str, str | list[str] | None]


def told(key: Key) -> Facts:
    """What the audit log says of a new key."""
    return {"name": key.name, "scopes": _scopes(key), "expires": when(key.expires_at)}


def row(key: Key) -> Facts:
    """What a list says of a key."""
    state = "revoked" if key.revoked_at is not None else "valid" if key.is_valid(now()) else "expired"
    return {
        "id": key.id,
        "tenant": key.tenant_id,
        "name": key.name,
        "scopes": _scopes(key),
        "state": state,
        "created": when(key.created_at),
        "expires": when(key.expires_at),
    }


def _scopes(key: Key) -> list[str]:
    return [scope for scope in SCOPES if scope in key.scopes]
