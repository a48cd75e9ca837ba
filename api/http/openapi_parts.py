"""What descriptions of operations are made of."""

from collections.abc import Mapping
from typing import Any

from api.http.body import MEDIA_TYPE
from api.http.problem import MEDIA_TYPE as PROBLEM_MEDIA_TYPE
from api.http.problem import Problem
from models.read import case_of
from models.reference import SMALLEST

REFERENCE = "#/components/schemas/{model}"


def content(model: type, media_type: str = MEDIA_TYPE, **more: Any) -> dict[str, Any]:
    """A body that is a model as JSON."""
    return {media_type: {"schema": {"$ref": REFERENCE.format(model=model.__name__)}, **more}}


def described_headers(headers: Mapping[str, str]) -> dict[str, Any]:
    """Headers of an answer, each with what it says."""
    return {name: {"description": text, "schema": {"type": "string"}} for name, text in headers.items()}


def problem(description: str, headers: Mapping[str, str] | None = None) -> dict[str, Any]:
    """An answer that is a problem."""
    return {
        "description": description,
        "content": content(Problem, PROBLEM_MEDIA_TYPE),
        "headers": described_headers(headers or {}),
    }


_WAIT = {"Retry-After": "Seconds to wait."}
UNAVAILABLE = problem("Too much work at the moment, shutting down, or no database to ask.", _WAIT)
"""For now."""
WHO: dict[int, Any] = {
    401: problem("A key is needed, or the one that was sent is not valid.", {"WWW-Authenticate": "How to send one."}),
    403: problem("The key may not do this."),
    429: problem("Too many requests, or too many runs that wait or go.", _WAIT),
    503: UNAVAILABLE,
}
"""Of every operation that asks who asks."""
SLOW = problem("The body came too slowly.")
"""Of every operation that reads a body."""
NOT_FOUND = problem("There is nothing of this id, or not for this tenant.")
"""Nothing there."""
NOT_CHANGED: dict[str, Any] = {"description": "The client holds what there is (`If-None-Match`)."}
"""Nothing new."""
FAILED = problem("The service, or its solver, failed.")
"""Our fault."""
LINK = {"Link": "The `first` page, and the `next` where there is one (RFC 8288)."}
"""Of a page."""
SMALLEST_ID = case_of(SMALLEST).sha256
"""Id of that case, once it is kept."""
EXAMPLES = {"smallest": {"summary": SMALLEST["name"], "value": SMALLEST}}
"""Of a case."""
BINARY = {"schema": {"type": "string", "format": "binary"}}
"""A body that is a file."""
