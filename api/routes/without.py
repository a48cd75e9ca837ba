"""``POST /v1/without``: a case in, what its bids are worth out."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from api.http.body import MEDIA_TYPE, read_body
from api.http.openapi import WITHOUT
from api.http.problem import ErrorItem, Refused
from api.http.reading import case_in
from api.http.solves import Solves, Stop
from api.routes.limits import LimitsOfAll
from api.settings import Settings
from models import Case
from selector import without


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
    async def without_bids(request: Request, asked: Annotated[Asked, Query()]) -> Response:
        """Find the best award of a case, and the best award had each of some bids never been made.

        The answer is that of the command line, `selector without --json`. The time limit holds for all of it. It ends
        when its client goes away.
        """
        body = await read_body(request, settings.body_limit)

        def work(stop: Stop) -> bytes:
            case = case_in(body)
            _check(case, asked.bid)
            if stop():
                solves.check_open()
            return without(case, asked.bid, asked.options(case, settings.time_limit), stop=stop).to_json().encode()

        return Response(await solves.run(request, work), media_type=MEDIA_TYPE)

    return router


def _check(case: Case, asked: Sequence[str]) -> None:
    known = {bid.id for bid in case.bids}
    errors = [
        ErrorItem(parameter="bid", detail=f'There is no bid "{name}" in the case.')
        for name in asked
        if name not in known
    ]
    if errors:
        raise Refused(422, "The query has faults.", errors=errors)
