"""``/v1/examples``: cases that come with the service."""

import zlib

from fastapi import APIRouter, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from api.children.example import example
from api.children.read import Kept
from api.http.body import MEDIA_TYPE
from api.http.etag import etag, is_held
from api.http.links import href, link_header
from api.http.openapi_examples import EXAMPLE_CREATE, EXAMPLE_GET, EXAMPLE_LIST
from api.parts import Parts
from api.routes.case_entry import CaseEntry
from api.routes.cases import keep
from api.routes.example_entry import ExampleEntry, ExampleList
from api.routes.missing import no_such
from api.routes.who import Asker, Reader
from selector.examples.bundled import BUNDLED


def example_routes(parts: Parts) -> APIRouter:
    """The routes."""
    router = APIRouter()
    one = "/v1/examples/{example}"
    # They are the same as long as the service runs, and some take seconds to build.
    built: dict[str, Kept] = {}

    @router.get("/v1/examples", **EXAMPLE_LIST)
    def list_examples(_: Reader) -> ExampleList:
        """List the cases that come with the service, the smallest first."""
        return ExampleList(items=tuple(ExampleEntry.of(name, each) for name, each in BUNDLED.items()))

    @router.get(one, **EXAMPLE_GET)
    async def get_example(example: str, request: Request, _: Reader) -> Response:
        """Give an example as JSON, in its canonical form."""
        found = await _built(request, example)
        headers = {
            "ETag": etag(found.id),
            "Cache-Control": "private, no-cache",
            **link_header([("collection", href("examples"))]),
        }
        if is_held(request, etag(found.id)):
            return Response(status_code=304, headers=headers)
        return Response(zlib.decompress(found.content), headers=headers, media_type=MEDIA_TYPE)

    @router.post(one, **EXAMPLE_CREATE)
    async def create_example(example: str, request: Request, principal: Asker, response: Response) -> CaseEntry:
        """Keep an example as a case, as if it had been sent."""
        found = await _built(request, example)
        row, new = await run_in_threadpool(keep, parts.database, principal, found)
        response.status_code = 201 if new else 200
        response.headers["Location"] = href("cases", row.id)
        response.headers["ETag"] = etag(row.id)
        return CaseEntry.of(row)

    async def _built(request: Request, name: str) -> Kept:
        if name not in BUNDLED:
            raise no_such("example")
        if name not in built:
            built[name] = await parts.reads.run(request, example, name, seconds=parts.settings.read_limit)
        return built[name]

    return router
