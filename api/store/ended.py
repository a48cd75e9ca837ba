"""Runs that have ended, and who is to be told; for workers, which run for every tenant."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from api.store.runs import OPEN
from api.store.tables import RUNS


@dataclass(frozen=True)
class Ended:
    """A run that has ended, as somebody is to be told."""

    run_id: str
    kind: str
    case_id: str
    status: str
    result_status: str | None
    finished_at: int
    webhook: str
    """Whom to tell, as JSON: ``url`` and ``secret``."""


def ended_run(connection: Connection, run_id: str) -> Ended | None:
    """A run that has ended and of which somebody is to be told; None where there is none of this id."""
    row = connection.execute(
        select(
            RUNS.c.id,
            RUNS.c.kind,
            RUNS.c.case_id,
            RUNS.c.status,
            RUNS.c.result_status,
            RUNS.c.finished_at,
            RUNS.c.webhook,
        ).where(RUNS.c.id == run_id, RUNS.c.status.not_in(OPEN), RUNS.c.webhook.is_not(None))
    ).one_or_none()
    return None if row is None else Ended(*row)


def webhook_of(connection: Connection, run_id: str) -> str | None:
    """Whom to tell of the end of a run, as JSON; None where nobody is."""
    return connection.execute(select(RUNS.c.webhook).where(RUNS.c.id == run_id)).scalar_one_or_none()
