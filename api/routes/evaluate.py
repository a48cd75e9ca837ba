"""``POST /v1/evaluate``: a case in, its evaluation out, or the run that comes to it."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from api.access.principal import Principal
from api.children.answer import Small
from api.children.read import Form, Kept
from api.http.body import MEDIA_TYPE, read_body_of
from api.http.idempotency_key import fingerprint, idempotency_key
from api.http.openapi_questions import EVALUATE
from api.http.prefer import is_async
from api.jobs.asked import EvaluateAsked
from api.parts import Parts
from api.routes.accepting import Wanted, accepted, before
from api.routes.ask import ask
from api.routes.cases import FORMS, keep
from api.routes.run_entry import RunEntry
from api.routes.runs import told
from api.routes.who import Asker
from api.store.runs import Run

_NONE = Small(-1, 0)
"""Nothing is small."""


def evaluate_routes(parts: Parts) -> APIRouter:
    """The route."""
    router = APIRouter()
    settings = parts.settings
    small = Small(settings.small_bids, settings.small_seconds)

    @router.post("/v1/evaluate", **EVALUATE)
    async def evaluate_case(request: Request, asked: Annotated[EvaluateAsked, Query()], principal: Asker) -> Response:
        """Find the best award of a case, prove it and verify it.

        The answer is what the command line writes as `award.json`. That a case has no award, or that none was found
        within the limits, is an outcome like any other: its `status` tells. A solve ends when its client goes away.

        A case that is not small, or takes longer than a small one may, is kept, and a run accepted for it: 202.
        `Prefer: respond-async` has any case done so.
        """
        key = idempotency_key(request)
        form, body = await read_body_of(request, settings.body_limit, FORMS)
        known = fingerprint(request, body) if key is not None else ""
        row = await run_in_threadpool(before, parts, principal, key, known) if key is not None else None
        if row is None:
            found = await _found(request, asked, body, form)
            if isinstance(found, Response):
                return found
            row = await run_in_threadpool(_accepted, principal, found, asked, key, known)
        response = Response(media_type=MEDIA_TYPE)
        entry: RunEntry = told(row, response)
        response.body = entry.model_dump_json(indent=2).encode() + b"\n"
        response.headers["Content-Length"] = str(len(response.body))
        return response

    async def _found(request: Request, asked: EvaluateAsked, body: bytes, form: Form) -> Response | Kept:
        solves, size = (parts.reads, _NONE) if is_async(request) else (parts.solves, small)
        return await ask(request, solves, settings, "evaluate", asked, body, form, size)

    def _accepted(principal: Principal, found: Kept, asked: EvaluateAsked, key: str | None, known: str) -> Run:
        keep(parts.database, principal, found)
        return accepted(parts, principal, Wanted("evaluate", found.id, asked, None, key, known))

    return router
