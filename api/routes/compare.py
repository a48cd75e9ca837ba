"""``POST /v1/compare``: a case in, its awards under several scenarios out."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from api.http.body import read_body
from api.http.openapi import COMPARE
from api.http.solves import Solves
from api.jobs.asked import CompareAsked
from api.routes.ask import ask_at_once
from api.routes.limits import LimitsOfAll
from api.routes.who import Asker
from api.settings import Settings
from selector.scenarios import AS_STATED


class Asked(LimitsOfAll):
    """The query of a request for a comparison."""

    scenario: Annotated[
        tuple[str, ...],
        Field(
            max_length=100,
            description="Id of a scenario of the case, or name of a built-in one; may be repeated. If left out: all of the case, or the built-in ones where it has none.",
        ),
    ] = ()
    baseline: Annotated[str, Field(description="The scenario that the others are held against.")] = AS_STATED


def compare_routes(settings: Settings, solves: Solves) -> APIRouter:
    """The route."""
    router = APIRouter()

    @router.post("/v1/compare", **COMPARE)
    async def compare_scenarios(request: Request, asked: Annotated[Asked, Query()], _: Asker) -> Response:
        """Find the best award of a case under each of several scenarios, and how they differ.

        The answer is that of the command line, `selector compare --json`. One search runs after another; the time limit
        holds for all of them. It ends when its client goes away.
        """
        body = await read_body(request, settings.body_limit)
        question = CompareAsked(
            time_limit=asked.time_limit, gap=asked.gap, scenarios=asked.scenario, baseline=asked.baseline
        )
        return await ask_at_once(request, solves, settings, "compare", question, body)

    return router
