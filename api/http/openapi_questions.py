"""What ``/openapi.json`` says of questions that are answered at once."""

from typing import Any

from api.http.body import MEDIA_TYPE
from api.http.openapi_cases import CASE_BODY
from api.http.openapi_parts import FAILED, REFERENCE, SLOW, UNAVAILABLE, WHO, problem
from api.http.openapi_runs import ACCEPTED, IDEMPOTENCY_KEY, PREFER
from api.jobs.kinds import KINDS, Kind
from api.jobs.limits import Limits


def result_schema(kind: Kind) -> dict[str, Any]:
    """The schema of what a kind answers."""
    schema = {"$ref": REFERENCE.format(model=kind.result.__name__)}
    return {"anyOf": [schema, {"type": "null"}]} if kind.nullable else schema


def question_described(name: str) -> dict[str, Any]:
    """What is said of the route of a kind."""
    kind = KINDS[name]
    limits = "The time limit holds for all of it. " if issubclass(kind.asked, Limits) else ""
    return {
        "summary": kind.summary,
        "description": f"{kind.told}\n\n{limits}It ends when its client goes away.",
        "operation_id": name,
        "openapi_extra": CASE_BODY,
        "responses": _answers(kind),
    }


def _answers(kind: Kind) -> dict[int, Any]:
    return {
        200: {"description": kind.told, "content": {MEDIA_TYPE: {"schema": result_schema(kind)}}},
        400: problem("The body is not JSON."),
        408: SLOW,
        413: problem("The body is larger than the service reads, or takes more time or memory than it may."),
        415: problem("The body is of a media type that is not read here."),
        422: problem("The case, or the query, has faults: all of them are in `errors`."),
        500: FAILED,
        503: UNAVAILABLE,
        **WHO,
    }


EVALUATE: dict[str, Any] = {
    "summary": KINDS["evaluate"].summary,
    "operation_id": "evaluate",
    "openapi_extra": {**CASE_BODY, "parameters": [IDEMPOTENCY_KEY, PREFER]},
    "responses": {**_answers(KINDS["evaluate"]), 202: ACCEPTED},
}
"""What is said of the route that evaluates."""
