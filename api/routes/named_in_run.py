"""What a run names beside its case, looked up before it is accepted."""

from dataclasses import dataclass

from api.access.principal import Principal
from api.jobs.award import NoAward, award_of_run
from api.jobs.kinds import KINDS
from api.routes.missing import case_of, no_such
from api.routes.run_stated import RunStated, fault_of_names
from api.store.cases import case_content
from api.store.database import Database
from api.store.scenarios import scenario_row
from selector.scenarios import AS_STATED, BASELINES

_OF_THE_CASE = ("bids", "bidders", "free", "rules")
"""Fields with names of what is in the case."""


@dataclass(frozen=True)
class ToHoldAgainst:
    """What the names of a run are to be held against, in a process that reads the case."""

    content: bytes
    """The case: JSON, by zlib."""
    beside: tuple[str, ...]
    """The scenarios kept beside it that are named, as JSON."""
    scenario: str
    """That of the award that is asked about."""


def to_hold_against(database: Database, principal: Principal, stated: RunStated) -> ToHoldAgainst | None:
    """What the names of a run are to be held against; None where nothing needs to be.

    Raises
    ------
    Refused
        with 404 if the tenant has no such case, and 422 if an award is asked about that it has not.
    """
    asked, tenant = stated.asked, principal.tenant
    names, run_id = KINDS[stated.kind].scenarios(asked), getattr(asked, "award", None)
    with database.reading() as connection:
        case_of(connection, principal, stated.case_id)
        try:
            award = None if run_id is None else award_of_run(connection, tenant, stated.case_id, run_id)
        except NoAward as error:
            raise fault_of_names((("award", None, str(error)),)) from None
        scenario = AS_STATED if award is None else award.scenario
        wanted = {*names, scenario} - {AS_STATED, *BASELINES}
        rows = (scenario_row(connection, tenant, stated.case_id, name) for name in sorted(wanted))
        found = {row.id: row.content for row in rows if row is not None}
        if wanted <= found.keys() and not any(getattr(asked, field, ()) for field in _OF_THE_CASE):
            return None
        content = case_content(connection, tenant, stated.case_id)
    if content is None:
        raise no_such("case")
    return ToHoldAgainst(content, tuple(found.values()), scenario)
