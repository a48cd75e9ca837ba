"""What a paper is asked to tell, in the query."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field
from sqlalchemy import Connection

from api.access.principal import Principal
from api.children.paper import ALL_ANSWERS, ANSWER_OF, PaperAsked, PaperForm
from api.http.etag import etag
from api.http.moment import moment
from api.http.problem import ErrorItem, Refused
from api.jobs.award import NoAward, award_of_run
from api.routes.award_in_run import award_in
from api.store.decisions import DecisionRow, decision_rows
from api.store.runs import run_result, run_row
from models.base import Model
from selector import __version__

_RUN = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$", description="Id of a run.")]
_TIME = "%Y-%m-%dT%H:%M:%SZ"


class PaperQuery(Model):
    """What the paper is to tell."""

    answer: Annotated[
        tuple[_RUN, ...],
        Field(
            max_length=20,
            description=f"Ids of finished runs about the award, of the kinds {', '.join((*ANSWER_OF, ALL_ANSWERS))}: each has its section. May be repeated.",
        ),
    ] = ()
    since: Annotated[
        _RUN | None, Field(description="Id of an earlier run of the kind `evaluate` to tell the differences from.")
    ] = None
    publish: Annotated[
        bool, Field(description="Whether to give the paper that may be published, without prices, instead.")
    ] = False


@dataclass(frozen=True)
class PaperFound:
    """A paper that can be made, and its entity tag."""

    asked: PaperAsked
    tag: str


def paper_asked(
    connection: Connection, principal: Principal, run_id: str, form: PaperForm, query: PaperQuery
) -> PaperFound:
    """A paper of the award of a run, with all that it is made from.

    Raises
    ------
    Refused
        with 404 or 409 if the run has no award, and 422 if the query names runs that are none for this.
    """
    found = award_in(connection, principal, run_id)
    if query.publish:
        # Whatever else is asked for is not to be published.
        asked = PaperAsked(found.kept, form, publish=True)
    else:
        asked = PaperAsked(
            found.kept,
            form,
            publish=False,
            answers=tuple(_answers(connection, principal, found.run.case_id, query)),
            earlier=None if query.since is None else _earlier(connection, principal, query.since),
            decisions=tuple(map(_told, decision_rows(connection, principal.tenant, run_id))),
        )
    return PaperFound(asked, _tag(principal, found.run.case_id, asked))


def _answers(
    connection: Connection, principal: Principal, case_id: str, query: PaperQuery
) -> Iterator[tuple[str, bytes]]:
    for name in query.answer:
        row = run_row(connection, principal.tenant, name)
        if row is None:
            raise _fault("answer", f"There is no such run: {name}.")
        if row.case_id != case_id:
            raise _fault("answer", f"Run {name} is of another case.")
        if row.kind != ALL_ANSWERS and row.kind not in ANSWER_OF:
            raise _fault("answer", f"Run {name} is of the kind {row.kind}, which has no section in a paper.")
        content = run_result(connection, principal.tenant, name) if row.status == "finished" else None
        if content is None:
            raise _fault("answer", f"Run {name} is not finished: it is {row.status}.")
        yield row.kind, content


def _earlier(connection: Connection, principal: Principal, run_id: str) -> bytes:
    row = run_row(connection, principal.tenant, run_id)
    if row is None:
        raise _fault("since", "There is no such run.")
    try:
        return award_of_run(connection, principal.tenant, row.case_id, run_id).content
    except NoAward as error:
        raise _fault("since", f"This cannot be told from: {error}.") from None


def _told(row: DecisionRow) -> tuple[str, str, str, str]:
    return moment(row.created_at).strftime(_TIME), row.decided_by, row.because, row.seal


def _tag(principal: Principal, case_id: str, asked: PaperAsked) -> str:
    """A tag of all that the paper is made from, and of whom it is made for."""
    digest = hashlib.sha256()
    parts = [
        __version__,
        principal.tenant,
        case_id,
        asked.form,
        str(asked.publish),
        asked.of.beside or "",
        repr(asked.decisions),
    ]
    contents = [asked.of.award, asked.earlier or b"", *(content for _, content in asked.answers)]
    for part in (*(each.encode() for each in parts), *contents):
        digest.update(len(part).to_bytes(8, "big") + part)
    return etag(digest.hexdigest())


def _fault(parameter: str, detail: str) -> Refused:
    return Refused(422, "The query has faults.", errors=[ErrorItem(parameter=parameter, detail=detail)])
