"""``/v1/cases/{id}/statements`` and ``POST /v1/statements``: what a case states, in words."""

import hashlib

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from api.access.principal import Principal
from api.children.statements import statements_in, statements_of
from api.http.body import MEDIA_TYPE, read_body_of
from api.http.etag import etag, is_held
from api.http.links import href, link_header
from api.http.made import Made
from api.http.openapi_cases import STATEMENTS_GET, STATEMENTS_POST
from api.parts import Parts
from api.routes.cases import FORMS
from api.routes.missing import case_of, no_such
from api.routes.who import Asker, Reader
from api.store.cases import case_content
from api.store.scenarios import scenario_page
from selector import __version__

_MOST_SCENARIOS = 1000
"""That are told of beside a case."""


def statement_routes(parts: Parts) -> APIRouter:
    """The routes."""
    router = APIRouter()
    made = Made()
    settings = parts.settings

    @router.get("/v1/cases/{case_id}/statements", **STATEMENTS_GET)
    async def get_statements(case_id: str, request: Request, principal: Reader) -> Response:
        """Tell what a case states in the words of conflicts and papers, each sentence with its place in the case."""
        content, beside = await run_in_threadpool(_found, principal, case_id)
        tag = _tag(case_id, beside)
        headers = {"ETag": tag, "Cache-Control": "private, no-cache", **link_header([("up", href("cases", case_id))])}
        if is_held(request, tag):
            return Response(status_code=304, headers=headers)
        told = made.get(tag)
        if told is None:
            told = bytes(await parts.reads.run(request, statements_of, content, beside, seconds=settings.read_limit))
            made.put(tag, told)
        return Response(told, headers=headers, media_type=MEDIA_TYPE)

    def _found(principal: Principal, case_id: str) -> tuple[bytes, tuple[str, ...]]:
        with parts.database.reading() as connection:
            case_of(connection, principal, case_id)
            content = case_content(connection, principal.tenant, case_id)
            rows = scenario_page(connection, principal.tenant, case_id, None, _MOST_SCENARIOS)
        if content is None:
            raise no_such("case")
        return content, tuple(row.content for row in rows)

    @router.post("/v1/statements", **STATEMENTS_POST)
    async def statements(request: Request, _: Asker) -> Response:
        """Tell what a case that is sent states, without keeping it: so a rule can be read back before it is stated."""
        form, body = await read_body_of(request, settings.body_limit, FORMS)
        told = await parts.reads.run(request, statements_in, body, form, seconds=settings.read_limit)
        return Response(bytes(told), media_type=MEDIA_TYPE)

    return router


def _tag(case_id: str, beside: tuple[str, ...]) -> str:
    return etag(hashlib.sha256("\n".join((__version__, case_id, *beside)).encode()).hexdigest())
