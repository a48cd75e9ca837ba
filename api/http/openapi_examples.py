"""What ``/openapi.json`` says of the examples."""

from typing import Any

from api.http.openapi_links import OF_CASE
from api.http.openapi_parts import NOT_CHANGED, UNAVAILABLE, WHO, content, described_headers, problem
from models import Case

_NONE = problem("There is no such example.")
_LONG = problem("It takes more time or memory to build than it may.")
_PLACE = described_headers({"Location": "Where it is.", "ETag": "Of what it is."})

EXAMPLE_LIST: dict[str, Any] = {
    "summary": "List the cases that come with the service",
    "operation_id": "list_examples",
    "responses": {**WHO},
}
"""Of the list."""

EXAMPLE_GET: dict[str, Any] = {
    "summary": "Give an example",
    "operation_id": "get_example",
    "responses": {
        200: {
            "description": "The case, in canonical JSON.",
            "content": content(Case),
            "headers": described_headers({"ETag": "Of what it is."}),
        },
        304: NOT_CHANGED,
        404: _NONE,
        413: _LONG,
        503: UNAVAILABLE,
        **WHO,
    },
}
"""Of one."""

EXAMPLE_CREATE: dict[str, Any] = {
    "summary": "Keep an example as a case",
    "operation_id": "create_example",
    "status_code": 201,
    "responses": {
        200: {"description": "The case was there already.", "headers": _PLACE, "links": OF_CASE},
        201: {"description": "The case is kept.", "headers": _PLACE, "links": OF_CASE},
        404: _NONE,
        413: _LONG,
        503: UNAVAILABLE,
        **WHO,
    },
}
"""Of the route that keeps one."""
