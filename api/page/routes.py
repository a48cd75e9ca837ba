"""``GET /`` and ``GET /page/...``: the board's page."""

from collections.abc import Mapping

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.http.etag import is_held
from api.page.files import page_files

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""What a browser lets the page do: load its own files and ask its own service, nothing else."""

HEADERS: Mapping[str, str] = {
    # A browser may keep a file, but asks each time whether it is still the same: a new version of the service is seen at once.
    "Cache-Control": "no-cache",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
}


def page_routes() -> APIRouter:
    """The routes. Nobody needs a key for the page; what it asks of the service is asked with one."""
    router = APIRouter(include_in_schema=False)
    files = page_files()

    def answer(request: Request, path: str) -> Response:
        file = files.get(path)
        if file is None:
            raise HTTPException(404)
        headers = {**HEADERS, "ETag": file.tag}
        if is_held(request, file.tag):
            return Response(status_code=304, headers=headers)
        return Response(file.content, headers=headers, media_type=file.media_type)

    @router.get("/")
    async def page(request: Request) -> Response:
        """Give the page."""
        return answer(request, "index.html")

    @router.get("/page/{path:path}")
    async def page_file(path: str, request: Request) -> Response:
        """Give a file of it."""
        return answer(request, path)

    return router
