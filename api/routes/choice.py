"""``POST /v1/choice``: a case in, each buyer's freedom of choice out."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from api.http.body import read_body
from api.http.openapi import CHOICE
from api.http.solves import Solves
from api.jobs.asked import ChoiceAsked
from api.routes.ask import ask_at_once
from api.routes.who import Asker
from api.settings import Settings


def choice_routes(settings: Settings, solves: Solves) -> APIRouter:
    """The route."""
    router = APIRouter()

    @router.post("/v1/choice", **CHOICE)
    async def choice_of_buyers(request: Request, asked: Annotated[ChoiceAsked, Query()], _: Asker) -> Response:
        """Find what each buyer has of the best award, and what it would have alone.

        The answer is that of the command line, `selector choice --json`. The time limit holds for all of it. It ends
        when its client goes away.
        """
        body = await read_body(request, settings.body_limit)
        return await ask_at_once(request, solves, settings, "choice", asked, body)

    return router
