"""``POST /v1/without`` and the like: a case in, the answer to a question about it out."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from api.http.body import read_body_of
from api.http.openapi_questions import question_described
from api.jobs.kinds import KINDS, command
from api.parts import Parts
from api.routes.ask import ask_at_once
from api.routes.asked_in_query import asked_in, query_model
from api.routes.cases import FORMS
from api.routes.who import Asker

EVALUATE = "evaluate"
"""The kind that has a route of its own: it may become a run."""


def question_routes(parts: Parts) -> APIRouter:
    """A route for each kind of run that can be answered while the client waits."""
    router = APIRouter()
    for name in KINDS:
        if name != EVALUATE:
            router.add_api_route(
                f"/v1/{command(name)}", _answering(parts, name), methods=["POST"], **question_described(name)
            )
    return router


def _answering(parts: Parts, name: str) -> Callable[..., Awaitable[Response]]:
    kind, settings = KINDS[name], parts.settings

    async def answer(request: Request, query: Any, _: Asker) -> Response:
        form, body = await read_body_of(request, settings.body_limit, FORMS)
        return await ask_at_once(request, parts.solves, settings, name, asked_in(query, kind.asked), body, form)

    # Each has a query of its own, which the framework reads off the signature.
    answer.__annotations__["query"] = Annotated[query_model(kind.asked), Query()]
    return answer
