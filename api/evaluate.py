"""``POST /v1/evaluate``: a case in, its evaluation out."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from api.body import MEDIA_TYPE, read_body
from api.openapi import EVALUATE
from api.reading import case_in
from api.settings import Settings
from api.solves import Solves, Stop
from models import Case, Options
from models.base import Model
from selector import evaluate


class Limits(Model):
    """The query of a request for an evaluation."""

    time_limit: Annotated[
        float | None,
        Field(
            gt=0,
            description="Seconds after which the best award so far is given, at most those the service allows. If left out: those of the case, else those of the service.",
        ),
    ] = None
    gap: Annotated[
        float | None,
        Field(
            ge=0,
            le=1,
            description="Gap at which an award counts as proven, a fraction; 0 is to the penny. If left out: that of the case.",
        ),
    ] = None

    def options(self, case: Case, most_seconds: float) -> Options:
        """The options for a case."""
        seconds = self.time_limit or case.options.time_limit or most_seconds
        return Options(gap=self.gap, time_limit=min(seconds, most_seconds))


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
