"""``/v1/cases/{id}/scenarios``: scenarios kept beside a case, each stated once and never changed."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from api.access.principal import Principal
from api.children.check import check_scenario
from api.http.body import MEDIA_TYPE, read_body_of
from api.http.cursor import Paging, cursor_after, id_alone
from api.http.etag import etag, is_held
from api.http.links import href
from api.http.openapi_cases import SCENARIO_DELETE, SCENARIO_GET, SCENARIO_LIST, SCENARIO_PUT
from api.http.problem import Refused
from api.http.reading import no_case
from api.parts import Parts
from api.routes.missing import case_of, no_such
from api.routes.page_links import page_links
from api.routes.scenario_entry import ScenarioEntry, ScenarioPage
from api.routes.who import Asker, Reader
from api.store.audit import record
from api.store.cases import case_content
from api.store.runs import is_in_use
from api.store.scenarios import ScenarioRow, add_scenario, drop_scenario, scenario_page, scenario_row
from models import CaseInvalid

MOST_BYTES = 1 << 20
"""Largest scenario that is read."""
FORMS: Mapping[str, bool] = {"application/merge-patch+json": True, MEDIA_TYPE: False}
"""What a scenario may be sent as, and whether that is a patch alone (RFC 7396)."""


def scenario_routes(parts: Parts) -> APIRouter:
    """The routes."""
    router = APIRouter()
    database = parts.database
    one = "/v1/cases/{case_id}/scenarios/{scenario_id:path}"

    @router.put(one, **SCENARIO_PUT)
    async def put_scenario(
        case_id: str, scenario_id: str, request: Request, principal: Asker, response: Response
    ) -> ScenarioEntry:
        """Keep a scenario beside a case: a JSON Merge Patch alone, or with its name, its reason and its mergers.

        It is held against the case at once. Once stated it never changes: the same again is no fault, another is.
        """
        is_patch, body = await read_body_of(request, min(MOST_BYTES, parts.settings.body_limit), FORMS)
        content = await run_in_threadpool(_content, principal, case_id)
        try:
            text: str | None = await parts.reads.run(
                request, check_scenario, content, body, scenario_id, is_patch, seconds=parts.settings.read_limit
            )
        except CaseInvalid as error:
            raise _refusal(error, is_patch) from None
        if text is None:
            raise Refused(409, "The case has a scenario of this id itself, or it is the name of a built-in one.")
        row, new = await run_in_threadpool(_keep, principal, case_id, scenario_id, text)
        response.status_code = 201 if new else 200
        response.headers["Location"] = href("cases", case_id, "scenarios", scenario_id)
        response.headers["ETag"] = _etag(row)
        return ScenarioEntry.of(case_id, row)

    def _content(principal: Principal, case_id: str) -> bytes:
        with database.reading() as connection:
            case_of(connection, principal, case_id)
            content = case_content(connection, principal.tenant, case_id)
        if content is None:
            raise no_such("case")
        return content

    def _keep(principal: Principal, case_id: str, scenario_id: str, text: str) -> tuple[ScenarioRow, bool]:
        with database.writing() as connection:
            case_of(connection, principal, case_id)
            row, new = add_scenario(connection, principal.tenant, case_id, scenario_id, text)
            if new:
                subject, detail = scenario_id, {"case": case_id}
                record(connection, principal.tenant, principal.actor, "scenario.create", subject, detail)
        if row.content != text:
            raise Refused(409, "There is another scenario of this id; choose another, or delete that one first.")
        return row, new

    @router.get("/v1/cases/{case_id}/scenarios", **SCENARIO_LIST)
    def list_scenarios(
        case_id: str, principal: Reader, paging: Annotated[Paging, Query()], response: Response
    ) -> ScenarioPage:
        """List the scenarios that are kept beside a case, by their ids. Those in the case itself are not among them."""
        with database.reading() as connection:
            case_of(connection, principal, case_id)
            after = id_alone(paging.cursor)
            rows = scenario_page(connection, principal.tenant, case_id, after, paging.limit + 1)
        more = cursor_after(rows[paging.limit - 1].id) if len(rows) > paging.limit else None
        following, headers = page_links("cases", case_id, "scenarios", limit=paging.limit, after=more)
        response.headers.update(headers)
        entries = tuple(ScenarioEntry.of(case_id, row) for row in rows[: paging.limit])
        return ScenarioPage(items=entries, next=following)

    @router.get(one, response_model=ScenarioEntry, **SCENARIO_GET)
    def get_scenario(
        case_id: str, scenario_id: str, request: Request, principal: Reader, response: Response
    ) -> ScenarioEntry | Response:
        """Give a scenario that is kept beside a case."""
        with database.reading() as connection:
            case_of(connection, principal, case_id)
            row = scenario_row(connection, principal.tenant, case_id, scenario_id)
        if row is None:
            raise no_such("scenario")
        headers = {"ETag": _etag(row), "Cache-Control": "private, no-cache"}
        if is_held(request, _etag(row)):
            return Response(status_code=304, headers=headers)
        response.headers.update(headers)
        return ScenarioEntry.of(case_id, row)

    @router.delete(one, **SCENARIO_DELETE)
    def delete_scenario(case_id: str, scenario_id: str, principal: Asker) -> Response:
        """Delete a scenario, unless a run of the case waits or goes, which may be of it."""
        with database.writing() as connection:
            case_of(connection, principal, case_id)
            if scenario_row(connection, principal.tenant, case_id, scenario_id) is None:
                raise no_such("scenario")
            if is_in_use(connection, principal.tenant, case_id):
                raise Refused(409, "A run of this case has not ended, and may be of it.", headers={"Retry-After": "10"})
            if not drop_scenario(connection, principal.tenant, case_id, scenario_id):
                raise no_such("scenario")
            subject, detail = scenario_id, {"case": case_id}
            record(connection, principal.tenant, principal.actor, "scenario.delete", subject, detail)
        return Response(status_code=204)

    return router


def _etag(row: ScenarioRow) -> str:
    return etag(hashlib.sha256(f"{row.created_at} {row.content}".encode()).hexdigest())


def _refusal(error: CaseInvalid, is_patch: bool) -> Exception:
    """The refusal of a scenario; where the body is a patch alone, places are within that."""
    if type(error) is not CaseInvalid:
        return error  # not JSON
    faults = error.faults
    if is_patch:
        faults = tuple(replace(fault, pointer=fault.pointer.removeprefix("/patch")) for fault in faults)
    return no_case(CaseInvalid(faults), "scenario")
