"""``POST /v1/evaluate``: a case in, its evaluation out."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from api.http.body import MEDIA_TYPE, read_body
from api.http.openapi import EVALUATE
from api.http.reading import case_in
from api.http.solves import Solves, Stop
from api.routes.limits import Limits
from api.routes.scenario_names import check_scenarios
from api.settings import Settings
from selector import evaluate, under
from selector.scenarios import AS_STATED, stamped


class Asked(Limits):
    """The query of a request for an evaluation."""

    scenario: Annotated[
        str, Field(description="Id of a scenario of the case, or name of a built-in one; the case itself if left out.")
    ] = AS_STATED


def evaluate_routes(settings: Settings, solves: Solves) -> APIRouter:
    """The route."""
    router = APIRouter()

    @router.post("/v1/evaluate", **EVALUATE)
    async def evaluate_case(request: Request, asked: Annotated[Asked, Query()]) -> Response:
        """Find the best award of a case, prove it and verify it.

        The answer is what the command line writes as `award.json`. That a case has no award, or that none was found
        within the limits, is an outcome like any other: its `status` tells. A solve ends when its client goes away.
        """
        body = await read_body(request, settings.body_limit)

        def work(stop: Stop) -> bytes:
            case = case_in(body)
            if stop():
                solves.check_open()
            if asked.scenario != AS_STATED:
                check_scenarios(case, [("scenario", asked.scenario)])
                case = under(case, asked.scenario)
            evaluation = evaluate(case, asked.options(case, settings.time_limit), stop=stop)
            return stamped(evaluation, asked.scenario).to_json().encode()

        return Response(await solves.run(request, work), media_type=MEDIA_TYPE)

    return router
