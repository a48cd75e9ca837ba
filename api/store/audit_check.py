"""Whether the audit log is as it was written."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from api.store.audit import BEGINNING, entries


@dataclass(frozen=True)
class AuditCheck:
    """What came of a check."""

    entries: int
    """How many are sound, from the first on."""
    head: str
    """Hash of the last sound one. Noted elsewhere, it later tells whether entries were cut off the end."""
    broken: int | None = None
    """Number of the first that is not; None if all are."""
    reason: str | None = None
    """What is wrong with it."""


def verify(connection: Connection, *, noted: Sequence[tuple[int, str]] = ()) -> AuditCheck:
    """Check the log from its first entry to its last, and name the first that is broken.

    Parameters
    ----------
    connection
        A transaction.
    noted
        Numbers and hashes of entries, as noted at earlier checks. The log must still hold them.
    """
    count, head = 0, BEGINNING
    was = dict(noted)
    for entry in entries(connection):
        due = count + 1
        if entry.number != due:
            return AuditCheck(count, head, due, "it is missing")
        if entry.previous != head:
            return AuditCheck(count, head, due, "it does not follow from the entry before it")
        if entry.hash != entry.hash_due():
            return AuditCheck(count, head, due, "its content is not what its hash was made of")
        if was.get(due, entry.hash) != entry.hash:
            return AuditCheck(count, head, due, "its hash is not the one that was noted")
        count, head = due, entry.hash
    if max(was, default=0) > count:
        return AuditCheck(count, head, count + 1, "it is missing, and was there when the log was last noted")
    return AuditCheck(count, head)
