"""What ``/openapi.json`` says beyond what the routes themselves tell."""

from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from api.http.openapi_cases import CASE_BODY
from api.http.openapi_parts import EXAMPLES, FAILED, REFERENCE, UNAVAILABLE, WHO, content, problem
from api.http.openapi_runs import ACCEPTED, IDEMPOTENCY_KEY
from api.http.problem import Problem
from api.routes.run_stated import STATED
from models import BreakEven, Case, Choice, Comparison, Evaluation, Scenario, Without

_CASE_IN: dict[str, Any] = {
    "requestBody": {"description": "The case.", "required": True, "content": content(Case, examples=EXAMPLES)}
}


def _answers(description: str, model: type) -> dict[int, Any]:
    """What comes of a case: an answer, or a problem."""
    return {
        200: {"description": description, "content": content(model)},
        400: problem("The body is not JSON."),
        413: problem("The body is larger than the service reads, or takes more time or memory than it may."),
        415: problem("The body is not said to be JSON."),
        422: problem("The case, or the query, has faults: all of them are in `errors`."),
        500: FAILED,
        503: UNAVAILABLE,
        **WHO,
    }


EVALUATE: dict[str, Any] = {
    "summary": "Evaluate a case",
    "operation_id": "evaluate",
    "openapi_extra": {**CASE_BODY, "parameters": [IDEMPOTENCY_KEY]},
    "responses": {**_answers("The evaluation, whatever its status.", Evaluation), 202: ACCEPTED},
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
    "responses": {503: UNAVAILABLE},
}
"""What is said of the route that tells of readiness."""


@cache
def schemas() -> dict[str, Any]:
    """JSON Schemas, by name, of all that goes in and comes out."""
    _, document = models_json_schema(
        [
            (Case, "validation"),
            (Scenario, "validation"),
            *((model, "validation") for model in STATED.values()),
            (Evaluation, "serialization"),
            (Without, "serialization"),
            (BreakEven, "serialization"),
            (Choice, "serialization"),
            (Comparison, "serialization"),
            (Problem, "serialization"),
        ],
        ref_template=REFERENCE,
    )
    found: dict[str, Any] = document["$defs"]
    return found
