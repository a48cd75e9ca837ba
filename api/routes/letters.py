"""``GET /v1/runs/{id}/letters.zip``: the letters of a finished run as files."""

import hashlib
import io
import zipfile
from collections.abc import Iterable

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from api.access.principal import Principal
from api.http.etag import etag, is_held
from api.http.links import href, link_header
from api.http.openapi_papers import LETTERS_ARCHIVE
from api.http.problem import Refused
from api.parts import Parts
from api.routes.award_in_run import check_finished
from api.routes.missing import run_of
from api.routes.who import Reader
from api.store.runs import run_result
from models import Analyses, Letters
from models.explain import Letter
from selector.decide.letters import file_name

MEDIA_TYPE = "application/zip"
_KINDS = ("letters", "analyse")
_DATED = (1980, 1, 1, 0, 0, 0)
"""The first date that the format knows: the same letters give the same bytes."""


def letter_routes(parts: Parts) -> APIRouter:
    """The route."""
    router = APIRouter()

    @router.get("/v1/runs/{run_id}/letters.zip", **LETTERS_ARCHIVE)
    async def get_letters(run_id: str, request: Request, principal: Reader) -> Response:
        """Give the letters of a finished run of the kind `letters` or `analyse` as files in a zip archive."""
        kind, content = await run_in_threadpool(_result, principal, run_id)
        headers = {
            "ETag": etag(hashlib.sha256(content).hexdigest()),
            "Cache-Control": "private, no-cache",
            "Content-Disposition": 'attachment; filename="letters.zip"',
            **link_header([("up", href("runs", run_id))]),
        }
        if is_held(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        archive = await run_in_threadpool(_archive, kind, content)
        return Response(archive, headers=headers, media_type=MEDIA_TYPE)

    def _result(principal: Principal, run_id: str) -> tuple[str, bytes]:
        with parts.database.reading() as connection:
            row = run_of(connection, principal, run_id)
            if row.kind not in _KINDS:
                raise Refused(404, f"This run is of the kind {row.kind}, which writes no letters.")
            check_finished(row)
            content = run_result(connection, principal.tenant, run_id)
        if content is None:
            raise LookupError(f"run {run_id} is finished without a result")
        return row.kind, content

    return router


def _archive(kind: str, content: bytes) -> bytes:
    model = Letters if kind == "letters" else Analyses
    letters: Iterable[Letter] = model.model_validate_json(content).letters
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, letter in enumerate(letters, start=1):
            entry = zipfile.ZipInfo(file_name(number, letter.bidder), _DATED)
            archive.writestr(entry, letter.text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
