"""``POST /v1/choice``: a case in, each buyer's freedom of choice out."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from api.http.body import MEDIA_TYPE, read_body
from api.http.openapi import CHOICE
from api.http.problem import ErrorItem, Refused
from api.http.reading import case_in
from api.http.solves import Solves, Stop
from api.routes.limits import LimitsOfAll
from api.settings import Settings
from models import ShareMethod, Unanswerable
from selector import choice


class Asked(LimitsOfAll):
    """The query of a request for the freedom of choice."""

    coalitions: Annotated[
        int | None,
        Field(
            ge=1, description="Most buyers of a coalition that is looked at. If left out: 2 up to 12 buyers, 1 above."
        ),
    ] = None
    shares: Annotated[ShareMethod, Field(description="How charges less discounts are shared.")] = "volume"


def choice_routes(settings: Settings, solves: Solves) -> APIRouter:
    """The route."""
    router = APIRouter()

    @router.post("/v1/choice", **CHOICE)
    async def choice_of_buyers(request: Request, asked: Annotated[Asked, Query()]) -> Response:
        """Find what each buyer has of the best award, and what it would have alone.

        The answer is that of the command line, `selector choice --json`. The time limit holds for all of it. It ends
        when its client goes away.
        """
        body = await read_body(request, settings.body_limit)

        def work(stop: Stop) -> bytes:
            case = case_in(body)
            if stop():
                solves.check_open()
            options = asked.options(case, settings.time_limit)
            try:
                # One process, as any other solve has: how many run is for the service to say.
                answer = choice(case, options, coalitions=asked.coalitions, shares=asked.shares, workers=1, stop=stop)
            except Unanswerable as error:
                errors = [ErrorItem(parameter=error.asked, detail=str(error))]
                raise Refused(422, "The case is too large for what the query asks.", errors=errors) from None
            return answer.to_json().encode()

        return Response(await solves.run(request, work), media_type=MEDIA_TYPE)

    return router
