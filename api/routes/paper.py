"""``GET /v1/runs/{id}/paper.pdf`` and the like: the board paper of a finished run."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from api.access.principal import Principal
from api.children.paper import PAPER_FORMS, NoPaper, PaperForm, paper
from api.http.etag import is_held
from api.http.links import href, link_header
from api.http.made import Made
from api.http.openapi_papers import PAPER_TYPES, paper_described
from api.http.problem import ErrorItem, Refused
from api.parts import Parts
from api.routes.paper_query import PaperFound, PaperQuery, paper_asked
from api.routes.who import Reader
from models import ExtraMissing

_BOARD, _PUBLIC = "board-paper", "public-paper"
"""What the command line calls the files."""
_HEADERS: Mapping[PaperForm, Mapping[str, str]] = {
    # Its style and pictures are inside it; it has no script, and whatever a name might hold is not to run.
    "html": {
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:;"
        " frame-ancestors 'none'; sandbox"
    }
}


def paper_routes(parts: Parts) -> APIRouter:
    """A route for each form."""
    router = APIRouter()
    made = Made()
    for form in PAPER_FORMS:
        path = f"/v1/runs/{{run_id}}/paper.{form}"
        router.add_api_route(path, _giving(parts, made, form), methods=["GET"], **paper_described(form))
    return router


def _giving(parts: Parts, made: Made, form: PaperForm) -> Callable[..., Awaitable[Response]]:
    async def give_paper(
        run_id: str, request: Request, principal: Reader, query: Annotated[PaperQuery, Query()]
    ) -> Response:
        found = await run_in_threadpool(_found, principal, run_id, query)
        stem = _PUBLIC if query.publish else _BOARD
        disposition = "inline" if form in ("html", "json") else "attachment"
        headers = {
            "ETag": found.tag,
            "Cache-Control": "private, no-cache",
            "Content-Disposition": f'{disposition}; filename="{stem}.{form}"',
            **_HEADERS.get(form, {}),
            **link_header([("up", href("runs", run_id))]),
        }
        if is_held(request, found.tag):
            return Response(status_code=304, headers=headers)
        content = made.get(found.tag)
        if content is None:
            content = await _made(request, found)
            made.put(found.tag, content)
        return Response(content, headers=headers, media_type=PAPER_TYPES[form])

    def _found(principal: Principal, run_id: str, query: PaperQuery) -> PaperFound:
        with parts.database.reading() as connection:
            return paper_asked(connection, principal, run_id, form, query)

    async def _made(request: Request, found: PaperFound) -> bytes:
        try:
            content: Any = await parts.solves.run(request, paper, found.asked, seconds=parts.settings.time_limit)
        except NoPaper as error:
            errors = [ErrorItem(parameter=error.asked, detail=str(error))]
            raise Refused(422, "There is no such paper.", errors=errors) from None
        except ExtraMissing as error:
            raise Refused(503, str(error)) from None
        return bytes(content)

    return give_paper
