"""What ``/openapi.json`` says beyond what the routes themselves tell."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from api.http.body import MEDIA_TYPE
from api.http.problem import MEDIA_TYPE as PROBLEM_MEDIA_TYPE
from api.http.problem import Problem
from models import BreakEven, Case, Choice, Comparison, Evaluation, Without
from models.reference import SMALLEST

_REFERENCE = "#/components/schemas/{model}"


def _content(model: type, media_type: str = MEDIA_TYPE, **more: Any) -> dict[str, Any]:
    return {media_type: {"schema": {"$ref": _REFERENCE.format(model=model.__name__)}, **more}}


def _problem(description: str, headers: Mapping[str, str] | None = None) -> dict[str, Any]:
    return {
        "description": description,
        "content": _content(Problem, PROBLEM_MEDIA_TYPE),
        "headers": {
            name: {"description": text, "schema": {"type": "string"}} for name, text in (headers or {}).items()
        },
    }


_UNAVAILABLE = _problem("Too much work at the moment, or shutting down.", {"Retry-After": "Seconds to wait."})

_CASE_IN: dict[str, Any] = {
    "requestBody": {
        "description": "The case.",
        "required": True,
        "content": _content(Case, examples={"smallest": {"summary": SMALLEST["name"], "value": SMALLEST}}),
    }
}


def _answers(description: str, model: type) -> dict[int, Any]:
    """What comes of a case: an answer, or a problem."""
    return {
        200: {"description": description, "content": _content(model)},
        400: _problem("The body is not JSON."),
        413: _problem("The body is larger than the service reads."),
        415: _problem("The body is not said to be JSON."),
        422: _problem("The case, or the query, has faults: all of them are in `errors`."),
        500: _problem("The service, or its solver, failed."),
        503: _UNAVAILABLE,
    }


EVALUATE: dict[str, Any] = {
    "summary": "Evaluate a case",
    "operation_id": "evaluate",
    "openapi_extra": _CASE_IN,
    "responses": _answers("The evaluation, whatever its status.", Evaluation),
}
"""What is said of the route that evaluates."""

WITHOUT: dict[str, Any] = {
    "summary": "Tell what bids are worth",
    "operation_id": "without",
    "openapi_extra": _CASE_IN,
    "responses": _answers("The best award, and the best award without each bid.", Without),
}
"""What is said of the route that tells what bids are worth."""

COMPARE: dict[str, Any] = {
    "summary": "Compare scenarios",
    "operation_id": "compare",
    "openapi_extra": _CASE_IN,
    "responses": _answers("The best award under each scenario, and how they differ.", Comparison),
}
"""What is said of the route that compares scenarios."""

BREAK_EVEN: dict[str, Any] = {
    "summary": "Tell what makes up for redundancy",
    "operation_id": "break_even",
    "openapi_extra": _CASE_IN,
    "responses": _answers("What each bidder outside the NHS family must be cheaper by, and is.", BreakEven),
}
"""What is said of the route that tells what makes up for redundancy."""

CHOICE: dict[str, Any] = {
    "summary": "Tell how free buyers are to choose",
    "operation_id": "choice",
    "openapi_extra": _CASE_IN,
    "responses": _answers("What each buyer has of the best award, and what it would have alone.", Choice),
}
"""What is said of the route that tells how free buyers are."""

LIVEZ: dict[str, Any] = {"summary": "Whether the process is alive", "operation_id": "livez"}
"""What is said of the route that tells of life."""

READYZ: dict[str, Any] = {
    "summary": "Whether the service takes work",
    "operation_id": "readyz",
    "responses": {503: _UNAVAILABLE},
}
"""What is said of the route that tells of readiness."""


@cache
def schemas() -> dict[str, Any]:
    """JSON Schemas, by name, of all that goes in and comes out."""
    _, document = models_json_schema(
        [
            (Case, "validation"),
            (Evaluation, "serialization"),
            (Without, "serialization"),
            (BreakEven, "serialization"),
            (Choice, "serialization"),
            (Comparison, "serialization"),
            (Problem, "serialization"),
        ],
        ref_template=_REFERENCE,
    )
    found: dict[str, Any] = document["$defs"]
    return found
