"""``POST /v1/annotate``: a workbook with its faults marked."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.children.annotate import annotated
from api.http.body import OCTETS, WORKBOOK, read_body_of
from api.http.openapi_cases import ANNOTATE
from api.parts import Parts
from api.routes.who import Asker

_FILE = "case-marked.xlsx"


def annotate_routes(parts: Parts) -> APIRouter:
    """The route."""
    router = APIRouter()
    settings = parts.settings

    @router.post("/v1/annotate", **ANNOTATE)
    async def annotate(request: Request, _: Asker) -> Response:
        """Give back a workbook with its faults marked in it, as `selector check --annotate` writes it."""
        _kind, body = await read_body_of(request, settings.body_limit, {WORKBOOK: None, OCTETS: None})
        content: Any = await parts.reads.run(request, annotated, body, seconds=settings.read_limit)
        headers = {"Content-Disposition": f'attachment; filename="{_FILE}"'}
        return Response(bytes(content), headers=headers, media_type=WORKBOOK)

    return router
