"""The award of a run that somebody asks for, with what it rests on."""

from dataclasses import dataclass

from sqlalchemy import Connection

from api.access.principal import Principal
from api.children.kept_award import KeptAward
from api.http.problem import Refused
from api.jobs.award import award_of_run
from api.routes.missing import no_such, run_of
from api.routes.run_entry import seconds_to_wait
from api.store.cases import case_content
from api.store.runs import Run
from api.store.scenarios import scenario_row

_AWARDS = "evaluate"


@dataclass(frozen=True)
class AwardInRun:
    """A finished run, and its award."""

    run: Run
    kept: KeptAward


def award_in(connection: Connection, principal: Principal, run_id: str) -> AwardInRun:
    """The award of a finished run.

    Raises
    ------
    Refused
        with 404 if the tenant has no such run, or it is none that an award comes of; 409 if it has not ended.
    """
    row = run_of(connection, principal, run_id)
    if row.kind != _AWARDS:
        raise Refused(404, f"This run is of the kind {row.kind}: only those of the kind {_AWARDS} have an award.")
    check_finished(row)
    found = award_of_run(connection, principal.tenant, row.case_id, run_id)
    case = case_content(connection, principal.tenant, row.case_id)
    if case is None:
        raise no_such("case")
    beside = scenario_row(connection, principal.tenant, row.case_id, found.scenario)
    return AwardInRun(row, KeptAward(found.content, case, None if beside is None else beside.content))


def check_finished(row: Run) -> None:
    """Do nothing, unless a run has no result.

    Raises
    ------
    Refused
        with 409 while there is none yet, and 404 where there will be none.
    """
    if row.status == "finished":
        return
    if row.ended:
        what = "it failed" if row.status == "failed" else "it was cancelled"
        raise Refused(404, f"This run has no result, and will have none: {what}.")
    raise Refused(409, f"This run has no result yet: it is {row.status}.", headers=seconds_to_wait(row))
