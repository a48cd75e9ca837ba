"""The runs of a tenant, as their owner asks of them."""

import zlib
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, false, func, insert, literal, select, true, tuple_, update

from api.store.clock import now
from api.store.tables import RUNS, TENANTS

RunStatus = Literal["queued", "running", "finished", "failed", "cancelled"]
OPEN: tuple[RunStatus, ...] = ("queued", "running")
"""Statuses of a run that has not ended."""


@dataclass(frozen=True)
class Run:
    """What is told of a run; its JSON as text."""

    id: str
    kind: str
    case_id: str
    asked: str
    status: RunStatus
    cancel_requested: bool
    attempt: int
    progress: str | None
    result_status: str | None
    problem: str | None
    created_at: int
    started_at: int | None
    finished_at: int | None

    @property
    def ended(self) -> bool:
        """Whether nothing of it changes any more."""
        return self.status not in OPEN


class QueueFull(Exception):
    """As many runs of the tenant wait or go as may at once."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"as many runs wait or go as may at once, which is {limit}")
        self.limit = limit


_TOLD = tuple(RUNS.c[name] for name in Run.__dataclass_fields__)


def add_run(
    connection: Connection, tenant: str, run_id: str, *, kind: str, case_id: str, asked: str, webhook: str | None
) -> int:
    """Queue a run: its turn.

    Raises
    ------
    QueueFull
        if the tenant has as many that wait or go as it may.
    """
    # With PostgreSQL the row of the tenant is held, so that two at once do not both take the last place.
    limit = connection.execute(
        select(TENANTS.c.queued_limit).where(TENANTS.c.id == tenant).with_for_update()
    ).scalar_one()
    if open_runs(connection, tenant) >= limit:
        raise QueueFull(limit)
    turn = _turn(connection, tenant)
    values: dict[str, Any] = {"kind": kind, "case_id": case_id, "asked": asked, "webhook": webhook, "turn": turn}
    connection.execute(
        insert(RUNS).values(
            id=run_id,
            tenant_id=tenant,
            status="queued",
            cancel_requested=False,
            attempt=0,
            created_at=now(),
            **values,
        )
    )
    return turn


def _turn(connection: Connection, tenant: str) -> int:
    """The place of a tenant's next run in the queue, the lowest of which goes first.

    Start-time fair queuing (Goyal, Vin and Cheng, 1996): after the tenant's own before it, and no earlier than what goes
    now. However many runs one tenant has queued, the first of another waits for none of them but those that go already.
    """
    goes = select(func.max(RUNS.c.turn)).where(RUNS.c.status == "running").scalar_subquery()
    waits = select(func.min(RUNS.c.turn) - 1).where(RUNS.c.status == "queued").scalar_subquery()
    own = select(func.max(RUNS.c.turn)).where(RUNS.c.tenant_id == tenant, RUNS.c.status.in_(OPEN)).scalar_subquery()
    current, last = connection.execute(select(func.coalesce(goes, waits, 0), func.coalesce(own, 0))).one()
    return int(max(current, last + 1))


def open_runs(connection: Connection, tenant: str) -> int:
    """How many of the tenant's runs wait or go."""
    return connection.execute(
        select(func.count()).select_from(RUNS).where(RUNS.c.tenant_id == tenant, RUNS.c.status.in_(OPEN))
    ).scalar_one()


def is_in_use(connection: Connection, tenant: str, case_id: str) -> bool:
    """Whether a run of a case waits or goes."""
    of_it = and_(RUNS.c.tenant_id == tenant, RUNS.c.case_id == case_id, RUNS.c.status.in_(OPEN))
    return connection.execute(select(RUNS.c.id).where(of_it).limit(1)).first() is not None


def run_row(connection: Connection, tenant: str, run_id: str) -> Run | None:
    """A run; None where the tenant has none of this id."""
    row = connection.execute(select(*_TOLD).where(_is(tenant, run_id))).one_or_none()
    return None if row is None else Run(**row._mapping)


def run_result(connection: Connection, tenant: str, run_id: str) -> bytes | None:
    """The answer of a finished run, as JSON; None where there is none."""
    content = connection.execute(select(RUNS.c.result).where(_is(tenant, run_id))).scalar_one_or_none()
    return None if content is None else zlib.decompress(content)


def run_page(
    connection: Connection,
    tenant: str,
    after: tuple[int, str] | None,
    most: int,
    *,
    case_id: str | None = None,
    status: RunStatus | None = None,
    kind: str | None = None,
) -> list[Run]:
    """So many of the runs, the newest first; those that come after the one of a time and an id."""
    query = select(*_TOLD).where(RUNS.c.tenant_id == tenant)
    if case_id is not None:
        query = query.where(RUNS.c.case_id == case_id)
    if status is not None:
        query = query.where(RUNS.c.status == status)
    if kind is not None:
        query = query.where(RUNS.c.kind == kind)
    if after is not None:
        query = query.where(tuple_(RUNS.c.created_at, RUNS.c.id) < tuple_(*map(literal, after)))
    query = query.order_by(RUNS.c.created_at.desc(), RUNS.c.id.desc()).limit(most)
    return [Run(**row._mapping) for row in connection.execute(query)]


def cancel_run(connection: Connection, tenant: str, run_id: str) -> bool:
    """Cancel a run: at once while it waits, by its worker while it goes; whether that is new.

    One that has ended stays as it is.
    """
    # In this order: a run that begins between the two is found by the second.
    waited = connection.execute(
        update(RUNS)
        .where(_is(tenant, run_id), RUNS.c.status == "queued")
        .values(status="cancelled", cancel_requested=true(), finished_at=now())
    )
    went = connection.execute(
        update(RUNS)
        .where(_is(tenant, run_id), RUNS.c.status == "running", RUNS.c.cancel_requested == false())
        .values(cancel_requested=true())
    )
    return bool(waited.rowcount or went.rowcount)


def _is(tenant: str, run_id: str) -> ColumnElement[bool]:
    return and_(RUNS.c.tenant_id == tenant, RUNS.c.id == run_id)
