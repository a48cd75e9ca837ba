"""``POST /v1/without``: a case in, what its bids are worth out."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from api.http.body import read_body
from api.http.openapi import WITHOUT
from api.http.solves import Solves
from api.jobs.asked import WithoutAsked
from api.routes.ask import ask_at_once
from api.routes.limits import LimitsOfAll
from api.routes.who import Asker
from api.settings import Settings


class Asked(LimitsOfAll):
    """The query of a request for what bids are worth."""

    bid: Annotated[
        tuple[str, ...],
        Field(
            max_length=1000,
            description="Id of a bid; may be repeated. If left out: every package that the best award accepts.",
        ),
    ] = ()


def without_routes(settings: Settings, solves: Solves) -> APIRouter:
    """The route."""
    router = APIRouter()

    @router.post("/v1/without", **WITHOUT)
    async def without_bids(request: Request, asked: Annotated[Asked, Query()], _: Asker) -> Response:
        """Find the best award of a case, and the best award had each of some bids never been made.

        The answer is that of the command line, `selector without --json`. The time limit holds for all of it. It ends
        when its client goes away.
        """
        body = await read_body(request, settings.body_limit)
        question = WithoutAsked(time_limit=asked.time_limit, gap=asked.gap, bids=asked.bid)
        return await ask_at_once(request, solves, settings, "without", question, body)

    return router
