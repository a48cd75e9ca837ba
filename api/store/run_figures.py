"""How many runs there are, of all tenants together: for the operator, who sees no more of them."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from api.store.tables import RUNS


@dataclass(frozen=True)
class RunFigure:
    """The runs of a kind that have a status."""

    kind: str
    status: str
    count: int
    milliseconds: int
    """Of those that have ended, from beginning to end."""


def run_figures(connection: Connection) -> list[RunFigure]:
    """The runs by kind and status."""
    worked = func.coalesce(func.sum(RUNS.c.finished_at - RUNS.c.started_at), 0)
    rows = connection.execute(
        select(RUNS.c.kind, RUNS.c.status, func.count(), worked)
        .group_by(RUNS.c.kind, RUNS.c.status)
        .order_by(RUNS.c.kind, RUNS.c.status)
    )
    return [RunFigure(kind, status, count, int(milliseconds)) for kind, status, count, milliseconds in rows]
