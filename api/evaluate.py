"""``POST /v1/evaluate``: a case in, its evaluation out."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from api.body import MEDIA_TYPE, read_body
from api.limits import Limits
from api.openapi import EVALUATE
from api.reading import case_in
from api.settings import Settings
from api.solves import Solves, Stop
from selector import evaluate


def evaluate_routes(settings: Settings, solves: Solves) -> APIRouter:
    """The route."""
    router = APIRouter()

    @router.post("/v1/evaluate", **EVALUATE)
    async def evaluate_case(request: Request, limits: Annotated[Limits, Query()]) -> Response:
        """Find the best award of a case, prove it and verify it.

        The answer is what the command line writes as `award.json`. That a case has no award, or that none was found
        within the limits, is an outcome like any other: its `status` tells. A solve ends when its client goes away.
        """
        body = await read_body(request, settings.body_limit)

        def work(stop: Stop) -> bytes:
            case = case_in(body)
            if stop():
                solves.check_open()
            return evaluate(case, limits.options(case, settings.time_limit), stop=stop).to_json().encode()

        return Response(await solves.run(request, work), media_type=MEDIA_TYPE)

    return router
