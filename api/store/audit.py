"""The audit log: who did what, each entry bound to the one before it by its hash."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, text

from api.store.clock import now
from api.store.tables import AUDIT

BEGINNING = "0" * 64
"""What stands for the hash before the first entry."""

_LOCK = 0x5E1EC7A0D17  # any number, as long as nobody else locks it


@dataclass(frozen=True)
class Entry:
    """One thing that was done."""

    number: int
    at: int
    tenant_id: str | None
    actor: str
    action: str
    subject: str
    detail: str
    previous: str
    hash: str

    def hash_due(self) -> str:
        """The hash that its content and the hash before it give."""
        content = asdict(self)
        del content["hash"]
        # As bytes it is the same whoever writes it: names in order, nothing between, ASCII only.
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def record(
    connection: Connection,
    tenant: str | None,
    actor: str,
    action: str,
    subject: str,
    detail: Mapping[str, Any] | None = None,
) -> Entry:
    """Write down what the transaction does, so that one is not kept without the other.

    Best called last: from here to the end of the transaction no other entry can be written.

    Parameters
    ----------
    connection
        A transaction that may write.
    tenant
        Id of the tenant that it concerns; None where it concerns them all.
    actor
        Who does it: the ``actor`` of a Principal, or ``command:USER``.
    action
        What is done, in a word or two with a dot between, such as ``run.create``.
    subject
        Id of what it is done to.
    detail
        What else is to be known of it, as JSON has it. No secrets.
    """
    if connection.dialect.name == "postgresql":
        # Two transactions would else see the same last entry. SQLite has one writer at a time.
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    last = connection.execute(select(AUDIT.c.number, AUDIT.c.hash).order_by(AUDIT.c.number.desc()).limit(1)).first()
    entry = Entry(
        number=last.number + 1 if last else 1,
        at=now(),
        tenant_id=tenant,
        actor=actor[:200],
        action=action,
        subject=subject[:200],
        detail=json.dumps(detail or {}, sort_keys=True, ensure_ascii=True),
        previous=last.hash if last else BEGINNING,
        hash="",
    )
    values = asdict(entry) | {"hash": entry.hash_due()}
    connection.execute(insert(AUDIT).values(values))
    return Entry(**values)


def entries(connection: Connection, *, after: int = 0) -> Iterator[Entry]:
    """The entries in their order, a part at a time, from the one after ``after``."""
    ordered = select(AUDIT).where(AUDIT.c.number > after).order_by(AUDIT.c.number)
    with connection.execute(ordered, execution_options={"yield_per": 1000}) as rows:
        for row in rows:
            yield Entry(**row._mapping)


def last_entries(connection: Connection, most: int, tenant: str | None = None) -> list[Entry]:
    """The last entries in their order, of all tenants or of one."""
    newest = select(AUDIT).order_by(AUDIT.c.number.desc()).limit(most)
    if tenant is not None:
        newest = newest.where(AUDIT.c.tenant_id == tenant)
    return [Entry(**row._mapping) for row in connection.execute(newest)][::-1]
