"""``POST /v1/break-even``: a case in, how much cheaper bidders outside the NHS family must be out."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from api.http.body import MEDIA_TYPE, read_body
from api.http.openapi import BREAK_EVEN
from api.http.reading import case_in
from api.http.solves import Solves, Stop
from api.routes.limits import Limits
from api.settings import Settings
from selector import break_even


def break_even_routes(settings: Settings, solves: Solves) -> APIRouter:
    """The route."""
    router = APIRouter()

    @router.post("/v1/break-even", **BREAK_EVEN)
    async def break_even_case(request: Request, limits: Annotated[Limits, Query()]) -> Response:
        """Find how much cheaper bidders outside the NHS family must be to make up for redundancy, and whether they are.

        The answer is that of the command line, `selector break-even --json`. Without an award within the limits it
        has no bidders: the status of `best` tells. It ends when its client goes away.
        """
        body = await read_body(request, settings.body_limit)

        def work(stop: Stop) -> bytes:
            case = case_in(body)
            if stop():
                solves.check_open()
            return break_even(case, limits.options(case, settings.time_limit), stop=stop).to_json().encode()

        return Response(await solves.run(request, work), media_type=MEDIA_TYPE)

    return router
