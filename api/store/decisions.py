"""Decisions on awards: put on record, and never altered."""

import zlib
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, insert, select

from api.store.tables import DECISIONS


@dataclass(frozen=True)
class DecisionRow:
    """What is told of a decision without opening its record."""

    id: str
    run_id: str
    decided_by: str
    because: str
    actor: str
    """Whose key has put it on record."""
    seal: str
    """SHA-256 of the record."""
    created_at: int


_TOLD = tuple(DECISIONS.c[name] for name in DecisionRow.__dataclass_fields__)


def add_decision(connection: Connection, tenant: str, row: DecisionRow, record: bytes) -> None:
    """Put a decision on record; ``record`` is the file, by zlib."""
    connection.execute(insert(DECISIONS).values(tenant_id=tenant, record=record, **vars(row)))


def decision_rows(connection: Connection, tenant: str, run_id: str) -> list[DecisionRow]:
    """The decisions on the award of a run, the first first."""
    query = select(*_TOLD).where(_of(tenant, run_id)).order_by(DECISIONS.c.created_at, DECISIONS.c.id)
    return [DecisionRow(**row._mapping) for row in connection.execute(query)]


def decision_record(connection: Connection, tenant: str, run_id: str, decision_id: str) -> bytes | None:
    """The file of the record; None where the run has no decision of this id."""
    query = select(DECISIONS.c.record).where(_of(tenant, run_id), DECISIONS.c.id == decision_id)
    content = connection.execute(query).scalar_one_or_none()
    return None if content is None else zlib.decompress(content)


def _of(tenant: str, run_id: str) -> ColumnElement[bool]:
    return and_(DECISIONS.c.tenant_id == tenant, DECISIONS.c.run_id == run_id)
