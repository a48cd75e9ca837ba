"""The award of a finished run, for another run to ask about."""

import json
import re
from dataclasses import dataclass

from sqlalchemy import Connection

from api.store.runs import run_result, run_row
from selector.scenarios import AS_STATED

_ID = re.compile(r"[0-9a-f]{32}")  # a database need not be asked of anything else, nor can PostgreSQL be


class NoAward(Exception):
    """A run has no award for that; the message says why."""


@dataclass(frozen=True)
class AwardOfRun:
    """The award of a run."""

    content: bytes
    """As JSON."""
    scenario: str
    """The scenario that it is of."""


def award_of_run(connection: Connection, tenant: str, case_id: str, run_id: str) -> AwardOfRun:
    """The award of a run of a case.

    Raises
    ------
    NoAward
        if the tenant has no such run, or it is none that an award of the case came of.
    """
    row = run_row(connection, tenant, run_id) if _ID.fullmatch(run_id) else None
    if row is None:
        raise NoAward("there is no such run")
    if row.kind != "evaluate":
        raise NoAward(f"it is a run of the kind {row.kind}: only those of the kind evaluate have an award")
    if row.case_id != case_id:
        raise NoAward("it is a run of another case")
    if row.status != "finished":
        raise NoAward(f"the run is not finished: it is {row.status}")
    content = run_result(connection, tenant, run_id)
    if content is None:
        raise LookupError(f"run {run_id} is finished without a result")
    return AwardOfRun(content, json.loads(row.asked).get("scenario", AS_STATED))
