"""Runs as workers have them: a run is written by who began it last, and by nobody else.

A worker that was thought dead may come back, and finish what another has begun again since. So each beginning has a
number, and whoever writes names the worker and the number: where they are not those of the row, nothing is written.
"""

import zlib
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, false, func, select, true, update

from api.store.clock import now
from api.store.runs import OPEN
from api.store.tables import RUNS


@dataclass(frozen=True)
class Claim:
    """A run that a worker has begun, and what it needs to know of it."""

    run_id: str
    worker: str
    attempt: int
    tenant: str
    kind: str
    case_id: str
    asked: str
    cancelled: bool
    """Whether it is to end before it begins."""


Wish = Literal["go on", "cancel", "lost"]
"""What becomes of a run that goes: cancelled by its owner, or in the hands of another."""


def claim(connection: Connection, run_id: str, worker: str) -> Claim | None:
    """Begin a run, be it again; None where it has ended, or is none."""
    row = connection.execute(
        update(RUNS)
        .where(RUNS.c.id == run_id, RUNS.c.status.in_(OPEN))
        .values(
            status="running",
            worker=worker,
            attempt=RUNS.c.attempt + 1,
            started_at=func.coalesce(RUNS.c.started_at, now()),
        )
        .returning(
            RUNS.c.attempt,
            RUNS.c.tenant_id,
            RUNS.c.kind,
            RUNS.c.case_id,
            RUNS.c.asked,
            RUNS.c.cancel_requested,
        )
    ).one_or_none()
    return None if row is None else Claim(run_id, worker, *row)


def wish(connection: Connection, held: Claim) -> Wish:
    """What is to become of a run that goes."""
    cancelled = connection.execute(select(RUNS.c.cancel_requested).where(_held(held))).scalar_one_or_none()
    return "lost" if cancelled is None else "cancel" if cancelled else "go on"


def tell_progress(connection: Connection, held: Claim, progress: str) -> bool:
    """Write how far a run has come, as JSON; whether it is still this worker's."""
    return _write(connection, held, progress=progress)


def finish(connection: Connection, held: Claim, result: bytes, result_status: str | None) -> bool:
    """End a run with its answer, JSON; whether it was still this worker's.

    One whose owner has cancelled it is not finished: nobody may be told both.
    """
    return _end(
        connection,
        held,
        RUNS.c.cancel_requested == false(),
        status="finished",
        result=zlib.compress(result),
        result_status=result_status,
    )


def fail(connection: Connection, held: Claim, problem: str) -> bool:
    """End a run without an answer, for a reason, JSON; whether it was still this worker's."""
    return _end(connection, held, status="failed", problem=problem)


def end_cancelled(connection: Connection, held: Claim) -> bool:
    """End a run that its owner has cancelled; whether it was still this worker's."""
    return _end(connection, held, status="cancelled", cancel_requested=True)


def running(connection: Connection) -> list[tuple[str, str, int]]:
    """The runs that go, of all tenants, each with the worker that began it last and its turn."""
    rows = connection.execute(select(RUNS.c.id, RUNS.c.worker, RUNS.c.turn).where(RUNS.c.status == "running"))
    return [(row.id, row.worker, row.turn) for row in rows]


def _end(connection: Connection, held: Claim, unless: ColumnElement[bool] = true(), **values: Any) -> bool:  # noqa: B008
    return _write(connection, held, unless, finished_at=now(), **values)


def _write(connection: Connection, held: Claim, unless: ColumnElement[bool] = true(), **values: Any) -> bool:  # noqa: B008
    return connection.execute(update(RUNS).where(_held(held), unless).values(**values)).rowcount == 1


def _held(held: Claim) -> ColumnElement[bool]:
    return and_(
        RUNS.c.id == held.run_id,
        RUNS.c.worker == held.worker,
        RUNS.c.attempt == held.attempt,
        RUNS.c.status == "running",
    )
