"""``/v1/cases``: cases that are kept, each once and never changed."""

import zlib
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from api.access.principal import Principal
from api.children.read import Form, Kept, read_and_keep
from api.http.body import MEDIA_TYPE, WORKBOOK, read_body_of
from api.http.cursor import Paging, cursor_after, time_and_id
from api.http.etag import etag, is_held
from api.http.links import href, link_header
from api.http.openapi_cases import CASE_CREATE, CASE_DELETE, CASE_GET, CASE_LIST
from api.http.problem import Refused
from api.parts import Parts
from api.routes.case_entry import CaseEntry, CasePage
from api.routes.missing import case_of, no_such
from api.routes.page_links import page_links
from api.routes.who import Asker, Reader
from api.store.audit import record
from api.store.cases import CaseRow, add_case, case_content, case_page, drop_case
from api.store.database import Database

FORMS: Mapping[str, Form] = {
    MEDIA_TYPE: "json",
    WORKBOOK: "workbook",
    "application/zip": "tables",
}
"""What a case may be sent as."""


def case_routes(parts: Parts) -> APIRouter:
    """The routes."""
    router = APIRouter()
    database, settings = parts.database, parts.settings

    @router.post("/v1/cases", **CASE_CREATE)
    async def create_case(request: Request, principal: Asker, response: Response) -> CaseEntry:
        """Keep a case: in JSON, its own or OCDS, as an Excel workbook, or as a zip archive of CSV files.

        A case is known by its content: one that is sent again, in whatever form, is the one that is there.
        """
        form, body = await read_body_of(request, settings.body_limit, FORMS)
        found: Kept = await parts.reads.run(request, read_and_keep, body, form, seconds=settings.read_limit)
        row, new = await run_in_threadpool(keep, database, principal, found)
        response.status_code = 201 if new else 200
        response.headers["Location"] = href("cases", row.id)
        response.headers["ETag"] = etag(row.id)
        return CaseEntry.of(row, found.remarks)

    @router.get("/v1/cases", **CASE_LIST)
    def list_cases(principal: Reader, paging: Annotated[Paging, Query()], response: Response) -> CasePage:
        """List cases, the newest first."""
        with database.reading() as connection:
            rows = case_page(connection, principal.tenant, time_and_id(paging.cursor), paging.limit + 1)
        last = rows[paging.limit - 1] if len(rows) > paging.limit else None
        after = None if last is None else cursor_after(last.created_at, last.id)
        following, headers = page_links("cases", limit=paging.limit, after=after)
        response.headers.update(headers)
        return CasePage(items=tuple(map(CaseEntry.of, rows[: paging.limit])), next=following)

    @router.get("/v1/cases/{case_id}", **CASE_GET)
    def get_case(case_id: str, request: Request, principal: Reader) -> Response:
        """Give a case as JSON, in its canonical form."""
        with database.reading() as connection:
            case_of(connection, principal, case_id)
            headers = {
                "ETag": etag(case_id),
                # It never changes; but whether it may be seen is to be asked each time.
                "Cache-Control": "private, no-cache",
                **link_header([("collection", href("cases")), ("related", href("cases", case_id, "scenarios"))]),
            }
            if is_held(request, etag(case_id)):
                return Response(status_code=304, headers=headers)
            content = case_content(connection, principal.tenant, case_id)
        if content is None:
            raise no_such("case")
        return Response(zlib.decompress(content), headers=headers, media_type=MEDIA_TYPE)

    @router.delete("/v1/cases/{case_id}", **CASE_DELETE)
    def delete_case(case_id: str, principal: Asker) -> Response:
        """Delete a case and its scenarios, unless there are runs of it."""
        with database.writing() as connection:
            case_of(connection, principal, case_id)
            if not drop_case(connection, principal.tenant, case_id):
                raise Refused(409, "There are runs of this case, which say what was decided on it: it stays.")
            record(connection, principal.tenant, principal.actor, "case.delete", case_id)
        return Response(status_code=204)

    return router


def keep(database: Database, principal: Principal, found: Kept) -> tuple[CaseRow, bool]:
    """Keep a case that was read, unless it is there: its row, and whether it is new."""
    with database.writing() as connection:
        row, new = add_case(
            connection,
            principal.tenant,
            case_id=found.id,
            name=found.name,
            lots=found.lots,
            bids=found.bids,
            content=found.content,
        )
        if new:
            record(connection, principal.tenant, principal.actor, "case.create", row.id)
    return row, new
