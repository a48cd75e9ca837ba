"""What is said of the route that Prometheus asks."""

from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.responses import PlainTextResponse

from api.http.openapi_parts import FAILED, WHO

METRICS: dict[str, Any] = {
    "summary": "Figures for Prometheus",
    "operation_id": "metrics",
    "response_class": PlainTextResponse,
    "responses": {
        200: {"description": "Figures.", "content": {CONTENT_TYPE_LATEST: {"schema": {"type": "string"}}}},
        500: FAILED,
        **WHO,
    },
}
