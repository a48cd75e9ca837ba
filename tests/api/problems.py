"""What every error looks like."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers

from api.http.headers import HEADERS

TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    409: "Conflict",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    422: "Unprocessable Content",
    429: "Too Many Requests",
    500: "Internal Server Error",
    503: "Service Unavailable",
}


def problem(status: int, headers: Mapping[str, str], body: bytes, path: str = "/v1/evaluate") -> dict[str, Any]:
    """The problem in an answer, which must have the one shape that errors have."""
    found: dict[str, Any] = json.loads(body)
    headers = Headers(headers)
    assert headers["Content-Type"] == "application/problem+json"
    assert found.keys() - {"errors"} == {"type", "title", "status", "detail", "instance"}
    assert found["type"] == "about:blank"
    assert (found["status"], found["title"]) == (status, TITLES[status])
    assert found["detail"].endswith(".")
    assert found["instance"] == f"{path}#{headers['X-Request-ID']}"
    assert found.get("errors") != []
    for error in found.get("errors", ()):
        assert error.keys() in ({"pointer", "detail"}, {"parameter", "detail"})
    for name, value in HEADERS.items():
        assert headers[name] == value
    return found
