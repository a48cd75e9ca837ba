"""What there is not, or not for this tenant: nobody can tell the two apart."""

import re

from sqlalchemy import Connection

from api.access.principal import Principal
from api.http.problem import Refused
from api.store.cases import CaseRow, case_row
from api.store.runs import Run, run_row

_CASE = re.compile(r"[0-9a-f]{64}")
_RUN = re.compile(r"[0-9a-f]{32}")


def no_such(what: str) -> Refused:
    """The refusal of an id of nothing."""
    return Refused(404, f"There is no such {what}.")


def case_of(connection: Connection, principal: Principal, case_id: str) -> CaseRow:
    """What is told of a case.

    Raises
    ------
    Refused
        with 404 if the tenant has none of this id.
    """
    row = case_row(connection, principal.tenant, case_id) if _CASE.fullmatch(case_id) else None
    if row is None:
        raise no_such("case")
    return row


def run_of(connection: Connection, principal: Principal, run_id: str) -> Run:
    """A run.

    Raises
    ------
    Refused
        with 404 if the tenant has none of this id.
    """
    row = run_row(connection, principal.tenant, run_id) if _RUN.fullmatch(run_id) else None
    if row is None:
        raise no_such("run")
    return row
