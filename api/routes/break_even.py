"""``POST /v1/break-even``: a case in, how much cheaper bidders outside the NHS family must be out."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from api.http.body import read_body
from api.http.openapi import BREAK_EVEN
from api.http.solves import Solves
from api.routes.ask import ask_at_once
from api.routes.limits import Limits
from api.routes.who import Asker
from api.settings import Settings


def break_even_routes(settings: Settings, solves: Solves) -> APIRouter:
    """The route."""
    router = APIRouter()

    @router.post("/v1/break-even", **BREAK_EVEN)
    async def break_even_case(request: Request, limits: Annotated[Limits, Query()], _: Asker) -> Response:
        """Find how much cheaper bidders outside the NHS family must be to make up for redundancy, and whether they are.

        The answer is that of the command line, `selector break-even --json`. Without an award within the limits it
        has no bidders: the status of `best` tells. It ends when its client goes away.
        """
        body = await read_body(request, settings.body_limit)
        return await ask_at_once(request, solves, settings, "break_even", limits, body)

    return router
