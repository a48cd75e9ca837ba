"""Scenarios that a tenant keeps beside a case: each stated once, and never changed."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select
from sqlalchemy.exc import IntegrityError

from api.store.clock import now
from api.store.tables import SCENARIOS


@dataclass(frozen=True)
class ScenarioRow:
    """A scenario."""

    id: str
    content: str
    """As JSON."""
    created_at: int


_TOLD = (SCENARIOS.c.id, SCENARIOS.c.content, SCENARIOS.c.created_at)


def add_scenario(
    connection: Connection, tenant: str, case_id: str, scenario_id: str, content: str
) -> tuple[ScenarioRow, bool]:
    """Keep a scenario, unless there is one of this id: the one that is there now, and whether it is new."""
    created_at = now()
    row = {"tenant_id": tenant, "case_id": case_id, "id": scenario_id, "content": content, "created_at": created_at}
    try:
        with connection.begin_nested():
            connection.execute(insert(SCENARIOS).values(**row))
    except IntegrityError:
        found = scenario_row(connection, tenant, case_id, scenario_id)
        if found is None:
            raise  # it was something else: the case is gone
        return found, False
    return ScenarioRow(scenario_id, content, created_at), True


def scenario_row(connection: Connection, tenant: str, case_id: str, scenario_id: str) -> ScenarioRow | None:
    """A scenario; None where there is none of this id."""
    if "\0" in scenario_id:
        return None  # of which PostgreSQL takes no text
    which = and_(_of(tenant, case_id), SCENARIOS.c.id == scenario_id)
    row = connection.execute(select(*_TOLD).where(which)).one_or_none()
    return None if row is None else ScenarioRow(**row._mapping)


def scenario_page(connection: Connection, tenant: str, case_id: str, after: str | None, most: int) -> list[ScenarioRow]:
    """So many of the scenarios of a case by their ids; those that come after one."""
    query = select(*_TOLD).where(_of(tenant, case_id))
    if after is not None:
        query = query.where(SCENARIOS.c.id > after)
    return [ScenarioRow(**row._mapping) for row in connection.execute(query.order_by(SCENARIOS.c.id).limit(most))]


def drop_scenario(connection: Connection, tenant: str, case_id: str, scenario_id: str) -> bool:
    """Whether there was a scenario of this id; there is none any more."""
    which = and_(_of(tenant, case_id), SCENARIOS.c.id == scenario_id)
    return connection.execute(delete(SCENARIOS).where(which)).rowcount > 0


def _of(tenant: str, case_id: str) -> ColumnElement[bool]:
    return and_(SCENARIOS.c.tenant_id == tenant, SCENARIOS.c.case_id == case_id)
