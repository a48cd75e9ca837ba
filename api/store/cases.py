"""The cases that a tenant keeps: each once, and never changed."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, literal, select, tuple_
from sqlalchemy.exc import IntegrityError

from api.store.clock import now
from api.store.tables import CASES, SCENARIOS


@dataclass(frozen=True)
class CaseRow:
    """What is told of a case without opening it."""

    id: str
    name: str
    lots: int
    bids: int
    created_at: int


_TOLD = (CASES.c.id, CASES.c.name, CASES.c.lots, CASES.c.bids, CASES.c.created_at)


def add_case(
    connection: Connection, tenant: str, *, case_id: str, name: str, lots: int, bids: int, content: bytes
) -> tuple[CaseRow, bool]:
    """Keep a case, unless it is kept already: its row, and whether it is new."""
    row = CaseRow(case_id, name, lots, bids, now())
    try:
        # With PostgreSQL two may send the same case at once; a savepoint leaves the transaction usable.
        with connection.begin_nested():
            connection.execute(insert(CASES).values(tenant_id=tenant, content=content, **vars(row)))
    except IntegrityError:
        found = case_row(connection, tenant, case_id)
        if found is None:
            raise  # it was something else: the tenant is gone
        return found, False
    return row, True


def case_row(connection: Connection, tenant: str, case_id: str) -> CaseRow | None:
    """What is told of a case; None where the tenant has none of this id."""
    row = connection.execute(select(*_TOLD).where(_is(tenant, case_id))).one_or_none()
    return None if row is None else CaseRow(**row._mapping)


def case_content(connection: Connection, tenant: str, case_id: str) -> bytes | None:
    """Canonical JSON of a case, by zlib; None where the tenant has none of this id."""
    content: bytes | None = connection.execute(select(CASES.c.content).where(_is(tenant, case_id))).scalar_one_or_none()
    return content


def case_page(connection: Connection, tenant: str, after: tuple[int, str] | None, most: int) -> list[CaseRow]:
    """So many of the cases, the newest first; those that come after the one of a time and an id."""
    query = select(*_TOLD).where(CASES.c.tenant_id == tenant)
    if after is not None:
        query = query.where(tuple_(CASES.c.created_at, CASES.c.id) < tuple_(*map(literal, after)))
    query = query.order_by(CASES.c.created_at.desc(), CASES.c.id.desc()).limit(most)
    return [CaseRow(**row._mapping) for row in connection.execute(query)]


def drop_case(connection: Connection, tenant: str, case_id: str) -> bool | None:
    """Whether a case was deleted, with its scenarios: not while a run is of it; None where there is none of this id."""
    if case_row(connection, tenant, case_id) is None:
        return None
    try:
        with connection.begin_nested():
            connection.execute(delete(SCENARIOS).where(SCENARIOS.c.tenant_id == tenant, SCENARIOS.c.case_id == case_id))
            connection.execute(delete(CASES).where(_is(tenant, case_id)))
    except IntegrityError:
        return False  # a run is of it, be it one of this moment
    return True


def _is(tenant: str, case_id: str) -> ColumnElement[bool]:
    return and_(CASES.c.tenant_id == tenant, CASES.c.id == case_id)
