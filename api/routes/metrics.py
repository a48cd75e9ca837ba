"""``GET /metrics``: what Prometheus fetches."""

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from api.access.authenticate import admitted
from api.access.keyless import is_local
from api.http.openapi_metrics import METRICS
from api.metrics import Metrics


def metrics_routes(metrics: Metrics) -> APIRouter:
    """The route."""
    router = APIRouter()

    @router.get("/metrics", **METRICS)
    async def figures(request: Request) -> Response:
        """Tell how much is asked, how fast it is answered, and how long the queue is.

        Whoever asks from the machine itself needs no key; anybody else one with the scope `admin`.
        """
        if not is_local(request):
            await admitted(request, "admin")
        return Response(await run_in_threadpool(metrics.text), media_type=CONTENT_TYPE_LATEST)

    return router
