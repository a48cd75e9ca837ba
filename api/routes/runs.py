"""``/v1/runs``: questions that are answered in their own time, and survive whatever happens meanwhile."""

import hashlib
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from api.access.principal import Principal
from api.children.check import check_asked
from api.children.check_names import AskedInvalid
from api.http.body import MEDIA_TYPE, read_body
from api.http.cursor import Paging, cursor_after, time_and_id
from api.http.etag import etag, is_held
from api.http.idempotency_key import fingerprint, idempotency_key
from api.http.links import href, link_header
from api.http.openapi_runs import RUN_CANCEL, RUN_CREATE, RUN_GET, RUN_LIST, RUN_RESULT
from api.http.problem import Refused
from api.jobs.cancel import HasEnded, cancel
from api.jobs.kinds import command
from api.parts import Parts
from api.routes.accepting import Wanted, accepted, before
from api.routes.award_in_run import check_finished
from api.routes.missing import no_such, run_of
from api.routes.named_in_run import to_hold_against
from api.routes.page_links import page_links
from api.routes.run_entry import RunEntry, RunPage, seconds_to_wait
from api.routes.run_stated import RunStated, fault_of_names, run_in
from api.routes.who import Asker, Reader
from api.store.runs import Run, RunStatus, run_page, run_result
from models.quantities import STORABLE_PATTERN

MOST_BYTES = 1 << 20
"""Largest request for a run that is read."""
AWARD_FILE = "award.json"
"""What the command line calls the result of an evaluation."""


class RunPaging(Paging):
    """Which of the runs."""

    status: Annotated[RunStatus | None, Field(description="Those of this status alone.")] = None
    kind: Annotated[
        str | None, Field(max_length=30, pattern=STORABLE_PATTERN, description="Those of this kind alone.")
    ] = None
    case: Annotated[
        str | None, Field(max_length=64, pattern=STORABLE_PATTERN, description="Those of the case of this id alone.")
    ] = None


def run_routes(parts: Parts) -> APIRouter:
    """The routes."""
    router = APIRouter()
    database, settings = parts.database, parts.settings

    @router.post("/v1/runs", **RUN_CREATE)
    async def create_run(request: Request, principal: Asker, response: Response) -> RunEntry:
        """Accept a run: it is done, and done once, whatever is stopped or killed meanwhile."""
        key = idempotency_key(request)
        body = await read_body(request, min(MOST_BYTES, settings.body_limit))
        known = fingerprint(request, body)
        row = await run_in_threadpool(before, parts, principal, key, known)
        if row is None:
            # The faults of a large body take a while to tell, and others need not wait for that.
            stated = await run_in_threadpool(run_in, body, private_webhooks=settings.private_webhooks)
            await _check_names(request, principal, stated)
            wanted = Wanted(stated.kind, stated.case_id, stated.asked, stated.webhook, key, known)
            row = await run_in_threadpool(accepted, parts, principal, wanted)
        return told(row, response)

    async def _check_names(request: Request, principal: Principal, stated: RunStated) -> None:
        found = await run_in_threadpool(to_hold_against, database, principal, stated)
        if found is None:
            return
        try:
            await parts.reads.run(
                request,
                check_asked,
                found.content,
                stated.kind,
                stated.asked.model_dump_json(),
                found.beside,
                found.scenario,
                seconds=settings.read_limit,
            )
        except AskedInvalid as error:
            raise fault_of_names(error.faults) from None

    @router.get("/v1/runs", **RUN_LIST)
    def list_runs(principal: Reader, paging: Annotated[RunPaging, Query()], response: Response) -> RunPage:
        """List runs, the newest first."""
        after = time_and_id(paging.cursor)
        chosen = {"status": paging.status, "kind": paging.kind, "case": paging.case}
        with database.reading() as connection:
            rows = run_page(
                connection,
                principal.tenant,
                after,
                paging.limit + 1,
                case_id=paging.case,
                status=paging.status,
                kind=paging.kind,
            )
        last = rows[paging.limit - 1] if len(rows) > paging.limit else None
        more = None if last is None else cursor_after(last.created_at, last.id)
        following, headers = page_links("runs", limit=paging.limit, after=more, **chosen)
        response.headers.update(headers)
        return RunPage(items=tuple(map(RunEntry.of, rows[: paging.limit])), next=following)

    @router.get("/v1/runs/{run_id}", **RUN_GET)
    def get_run(run_id: str, principal: Reader, response: Response) -> RunEntry:
        """Tell how a run is: whether it waits, how far it has come, and where its result is."""
        with database.reading() as connection:
            row = run_of(connection, principal, run_id)
        response.headers.update(seconds_to_wait(row))
        response.headers.update(link_header([("collection", href("runs")), ("related", href("cases", row.case_id))]))
        return RunEntry.of(row)

    @router.get("/v1/runs/{run_id}/result", **RUN_RESULT)
    def get_result(run_id: str, request: Request, principal: Reader) -> Response:
        """Give the result of a finished run: what the command line writes for the same question."""
        with database.reading() as connection:
            row = run_of(connection, principal, run_id)
            check_finished(row)
            content = run_result(connection, principal.tenant, run_id)
        if content is None:
            raise LookupError(f"run {run_id} is finished without a result")
        name = AWARD_FILE if row.kind == "evaluate" else f"{command(row.kind)}.json"
        headers = {
            "ETag": etag(hashlib.sha256(content).hexdigest()),
            "Cache-Control": "private, no-cache",
            "Content-Disposition": f'attachment; filename="{name}"',
            **link_header([("up", href("runs", row.id)), ("related", href("cases", row.case_id))]),
        }
        if is_held(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return Response(content, headers=headers, media_type=MEDIA_TYPE)

    @router.delete("/v1/runs/{run_id}", response_model=RunEntry, **RUN_CANCEL)
    def cancel_run(run_id: str, principal: Asker, response: Response) -> RunEntry | Response:
        """Cancel a run: one that waits ends at once, one that goes within a second. To cancel it again is no fault."""
        with database.reading() as connection:
            run_of(connection, principal, run_id)
        try:
            row = cancel(database, parts.client, principal.tenant, run_id, principal.actor)
        except HasEnded as ended:
            raise Refused(409, f"This run cannot be cancelled: it has {ended.run.status} already.") from None
        if row is None:
            raise no_such("run")
        if row.ended:
            return Response(status_code=204)
        response.status_code = 202
        response.headers["Retry-After"] = "1"
        return RunEntry.of(row)

    return router


def told(row: Run, response: Response) -> RunEntry:
    """A run that was accepted, and the headers that go with it."""
    response.status_code = 202
    response.headers.update({"Location": RunEntry.of(row).href, "Retry-After": "1", **seconds_to_wait(row)})
    return RunEntry.of(row)
