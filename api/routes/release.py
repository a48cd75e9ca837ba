"""``GET /v1/runs/{id}/release.json``: an award as an OCDS release package."""

import hashlib
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from api.access.principal import Principal
from api.children.release import release
from api.http.body import MEDIA_TYPE
from api.http.etag import etag, is_held
from api.http.links import href, link_header
from api.http.moment import moment
from api.http.openapi_papers import RELEASE
from api.parts import Parts
from api.routes.award_in_run import AwardInRun, award_in
from api.routes.who import Reader
from models.base import Model
from models.quantities import Id
from selector import __version__


class ReleaseQuery(Model):
    """What a release states that no award does."""

    ocid: Annotated[Id, Field(description="Id of the contracting process: its prefix is the publisher's own.")]
    date: Annotated[
        AwareDatetime | None,
        Field(description="Date of the release; when the run ended if left out, so that it is the same each time."),
    ] = None


def release_routes(parts: Parts) -> APIRouter:
    """The route."""
    router = APIRouter()

    @router.get("/v1/runs/{run_id}/release.json", **RELEASE)
    async def get_release(
        run_id: str, request: Request, principal: Reader, query: Annotated[ReleaseQuery, Query()]
    ) -> Response:
        """Give the award of a finished run as an OCDS release package, as `selector release` writes it."""
        found = await run_in_threadpool(_award, principal, run_id)
        date = query.date.astimezone(UTC) if query.date is not None else _ended(found)
        stated = "\n".join((__version__, run_id, query.ocid, date.isoformat(), found.kept.beside or ""))
        headers = {
            "ETag": etag(hashlib.sha256(stated.encode()).hexdigest()),
            "Cache-Control": "private, no-cache",
            "Content-Disposition": 'attachment; filename="release.json"',
            **link_header([("up", href("runs", run_id))]),
        }
        if is_held(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        seconds = parts.settings.time_limit
        content = await parts.solves.run(request, release, found.kept, query.ocid, date, seconds=seconds)
        return Response(bytes(content), headers=headers, media_type=MEDIA_TYPE)

    def _award(principal: Principal, run_id: str) -> AwardInRun:
        with parts.database.reading() as connection:
            return award_in(connection, principal, run_id)

    return router


def _ended(found: AwardInRun) -> datetime:
    if found.run.finished_at is None:
        raise AssertionError("a finished run has ended at some time")
    return moment(found.run.finished_at).replace(microsecond=0)
