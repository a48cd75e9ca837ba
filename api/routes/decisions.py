"""``/v1/runs/{id}/decisions``: what was decided on an award, put on record and never altered."""

import re
import uuid

from fastapi import APIRouter, Response
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from api.access.principal import Principal
from api.children.kept_award import KeptAward
from api.children.put_on_record import put_on_record
from api.children.read import NotJson
from api.http.body import MEDIA_TYPE, read_body
from api.http.decision_stated import DecisionStated
from api.http.links import href, link_header
from api.http.moment import moment
from api.http.openapi_decisions import DECISION_CREATE, DECISION_LIST, DECISION_RECORD
from api.http.problem import Refused
from api.http.reading import items
from api.parts import Parts
from api.routes.award_in_run import award_in
from api.routes.decision_entry import DecisionEntry, DecisionList
from api.routes.missing import no_such, run_of
from api.routes.who import Asker, Reader
from api.store.audit import record
from api.store.clock import now
from api.store.decisions import DecisionRow, add_decision, decision_record, decision_rows
from models.faults import from_validation
from models.json_text import NotJsonError, parse
from models.record import Recorded

MOST_BYTES = 1 << 20
"""Largest statement of a decision that is read."""
_ID = re.compile(r"[0-9a-f]{32}")
_TIME = "%Y-%m-%dT%H:%M:%SZ"


def decision_routes(parts: Parts) -> APIRouter:
    """The routes."""
    router = APIRouter()
    database, settings = parts.database, parts.settings

    @router.post("/v1/runs/{run_id}/decisions", **DECISION_CREATE)
    async def create_decision(run_id: str, request: Request, principal: Asker, response: Response) -> DecisionEntry:
        """Put a decision on the award of a finished run on record, with all that it rests on, in one sealed file.

        That a case has no award can be decided on as well. What is on record is never altered: to decide otherwise is
        another decision.
        """
        kept = await run_in_threadpool(_award, principal, run_id)
        stated = _stated(await read_body(request, min(MOST_BYTES, settings.body_limit)))
        at = now()
        recorded = Recorded(at=moment(at).strftime(_TIME), by=stated.by, because=stated.because)
        content, seal = await parts.solves.run(request, put_on_record, kept, recorded, seconds=settings.time_limit)
        row = DecisionRow(uuid.uuid4().hex, run_id, stated.by, stated.because, principal.actor, seal, at)
        await run_in_threadpool(_keep, principal, row, content)
        entry = DecisionEntry.of(row)
        response.headers["Location"] = entry.record
        return entry

    def _award(principal: Principal, run_id: str) -> KeptAward:
        with database.reading() as connection:
            return award_in(connection, principal, run_id).kept

    def _keep(principal: Principal, row: DecisionRow, content: bytes) -> None:
        with database.writing() as connection:
            add_decision(connection, principal.tenant, row, content)
            detail = {"run": row.run_id, "by": row.decided_by, "seal": row.seal}
            record(connection, principal.tenant, principal.actor, "decision.create", row.id, detail)

    @router.get("/v1/runs/{run_id}/decisions", **DECISION_LIST)
    def list_decisions(run_id: str, principal: Reader) -> DecisionList:
        """List the decisions on the award of a run, the first first."""
        with database.reading() as connection:
            run_of(connection, principal, run_id)
            rows = decision_rows(connection, principal.tenant, run_id)
        return DecisionList(items=tuple(map(DecisionEntry.of, rows)))

    @router.get("/v1/runs/{run_id}/decisions/{decision_id}", **DECISION_RECORD)
    def get_record(run_id: str, decision_id: str, principal: Reader) -> Response:
        """Give the sealed record of a decision, byte by byte as it was made."""
        with database.reading() as connection:
            run_of(connection, principal, run_id)
            known = _ID.fullmatch(decision_id) is not None
            content = decision_record(connection, principal.tenant, run_id, decision_id) if known else None
        if content is None:
            raise no_such("decision")
        headers = {
            "Cache-Control": "private, no-cache",
            "Content-Disposition": 'attachment; filename="record.json"',
            **link_header([("up", href("runs", run_id, "decisions"))]),
        }
        return Response(content, headers=headers, media_type=MEDIA_TYPE)

    return router


def _stated(body: bytes) -> DecisionStated:
    try:
        return DecisionStated.model_validate(parse(body, tables=False))
    except NotJsonError as error:
        raise NotJson(error.faults) from None
    except ValidationError as error:
        errors = items(from_validation(error, DecisionStated))
        raise Refused(422, "The decision has faults.", errors=errors) from None
